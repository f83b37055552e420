# evidex in a container:
#
#   docker build -t evidex .
#   docker run --rm --network none --cap-drop ALL -v "$PWD:/data" evidex run /data/dump -o /data/index
#
# The data folder must be writable by the user of the container (add --user "$(id -u):$(id -g)").
# Do not add --privileged: the default profile already lets evidex put its readers into their sandbox.
ARG BASE=debian:bookworm-slim

FROM ${BASE} AS build
RUN apt-get update && apt-get install -y --no-install-recommends make && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN make deps-build && make -j"$(nproc)" && make install PREFIX=/usr/local DESTDIR=/out

FROM ${BASE}
# The libraries that the program needs at run time, the models, and the fonts for files that embed none.
RUN apt-get update && apt-get install -y --no-install-recommends \
        libarchive13 libcairo2 libfontconfig1 libglib2.0-0 libgmime-3.0-0 libjson-glib-1.0-0 liblept5 libnettle8 libpango-1.0-0 \
        libpangocairo-1.0-0 libpcre2-8-0 libpoppler-glib8 libpq5 libqpdf29 libseccomp2 libsoup-3.0-0 \
        libsqlite3-0 libtcmalloc-minimal4 libtesseract5 libxlsxwriter4 libxml2 libzstd1 \
        tesseract-ocr-eng tesseract-ocr-spa tesseract-ocr-osd poppler-data \
        fonts-dejavu-core fonts-liberation2 fonts-urw-base35 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 10001 evidex
COPY --from=build /out/usr/local /usr/local
ENV LC_ALL=C.UTF-8
USER evidex
WORKDIR /data
ENTRYPOINT ["evidex"]
CMD ["--help"]
