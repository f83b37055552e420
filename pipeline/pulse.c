/* A word in shared memory. Source: memfd_create(2), sealing in fcntl(2). */
#include "pulse.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

EvxPulse *
evx_pulse_open (int fd)
{
    EvxPulse *pulse = mmap (NULL, sizeof *pulse, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    return pulse != MAP_FAILED ? pulse : NULL;
}

EvxPulse *
evx_pulse_new (int *fd)
{
    EvxPulse *pulse = NULL;
    *fd = memfd_create ("pulse", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (*fd < 0)
        return NULL;
    if (ftruncate (*fd, sizeof *pulse) == 0 &&
        fcntl (*fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0)
        pulse = evx_pulse_open (*fd);
    if (pulse == NULL) {
        int saved = errno;
        close (*fd);
        errno = saved;
    }
    return pulse;
}

void
evx_pulse_free (EvxPulse *pulse)
{
    if (pulse != NULL)
        munmap (pulse, sizeof *pulse);
}

void
evx_pulse_beat (EvxPulse *pulse, guint32 page, guint32 stage)
{
    __atomic_store_n (&pulse->word, (guint64) page << 32 | stage, __ATOMIC_RELAXED);
}

guint32
evx_pulse_stage (const EvxPulse *pulse, guint32 page)
{
    guint64 word = __atomic_load_n (&pulse->word, __ATOMIC_RELAXED);
    return (guint32) (word >> 32) == page ? (guint32) word : 0;
}
