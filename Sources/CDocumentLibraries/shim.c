#define _GNU_SOURCE
#include "CDocumentLibraries.h"

#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>
#include <limits.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LIMIT = 256 << 20 };

static const gm_result missing = {.status = GM_MISSING};

void gm_release(gm_result result) { free(result.data); }

/* A growing result. */

static bool add(gm_result *to, size_t *capacity, const void *bytes, size_t length) {
    if (length > LIMIT - to->length) {
        to->status = GM_TOO_LARGE;
        return false;
    }
    if (to->length + length > *capacity) {
        size_t wanted = (to->length + length) * 2;
        uint8_t *larger = realloc(to->data, wanted);
        if (!larger) {
            to->status = GM_TOO_LARGE;
            return false;
        }
        to->data = larger;
        *capacity = wanted;
    }
    if (length) memcpy(to->data + to->length, bytes, length);
    to->length += length;
    return true;
}

/* Encodings */

gm_result gm_utf8(const char *encoding, const uint8_t *bytes, size_t length, size_t *broken) {
    *broken = 0;
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1) return missing;
    gm_result result = {.status = GM_READ};
    if (length > LIMIT) {
        iconv_close(converter);
        result.status = GM_TOO_LARGE;
        return result;
    }
    /* No byte of any encoding becomes more than four, and a broken one becomes three. */
    size_t room = length * 4 + 16;
    result.data = malloc(room);
    if (!result.data) {
        iconv_close(converter);
        result.status = GM_TOO_LARGE;
        return result;
    }
    char *in = (char *)bytes, *out = (char *)result.data;
    size_t left = length;
    while (left > 0) {
        if (iconv(converter, &in, &left, &out, &room) != (size_t)-1) break;
        if (errno == E2BIG || room < 3) {
            result.status = GM_BROKEN;
            break;
        }
        ++*broken;
        memcpy(out, "\xEF\xBF\xBD", 3);
        out += 3;
        room -= 3;
        if (errno == EINVAL) break;  /* the text ends inside a character */
        in++;
        left--;
        iconv(converter, NULL, NULL, NULL, NULL);
    }
    result.length = (size_t)(out - (char *)result.data);
    iconv_close(converter);
    return result;
}

/* Libraries, opened at need. `CALL(name)` declares a pointer of the header's type to the library's function. */

static void *library(const char *const *names) {
    for (; *names; names++) {
        void *handle = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
        if (handle) return handle;
    }
    return NULL;
}

#define CALL(name) __typeof__(&name) call_##name = (__typeof__(&name))dlsym(handle, #name)

gm_result gm_zip_member(const uint8_t *bytes, size_t length, const char *name) {
    static const char *const names[] = {"libarchive.so.13", "libarchive.so", NULL};
    void *handle = library(names);
    if (!handle) return missing;
    CALL(archive_read_new);
    CALL(archive_read_support_format_zip);
    CALL(archive_read_open_memory);
    CALL(archive_read_next_header);
    CALL(archive_entry_pathname);
    CALL(archive_read_data);
    CALL(archive_read_free);
    if (!call_archive_read_new || !call_archive_read_support_format_zip || !call_archive_read_open_memory ||
        !call_archive_read_next_header || !call_archive_entry_pathname || !call_archive_read_data || !call_archive_read_free)
        return missing;
    struct archive *archive = call_archive_read_new();
    if (!archive) return missing;
    gm_result result = missing;
    if (call_archive_read_support_format_zip(archive) < ARCHIVE_WARN ||
        call_archive_read_open_memory(archive, bytes, length) < ARCHIVE_WARN) {
        result.status = GM_BROKEN;
        call_archive_read_free(archive);
        return result;
    }
    struct archive_entry *entry;
    int state;
    while ((state = call_archive_read_next_header(archive, &entry)) >= ARCHIVE_WARN && state != ARCHIVE_EOF) {
        const char *path = call_archive_entry_pathname(entry);
        if (!path || strcmp(path, name) != 0) continue;
        result.status = GM_READ;
        size_t capacity = 0;
        static _Thread_local uint8_t chunk[1 << 16];
        for (;;) {
            la_ssize_t count = call_archive_read_data(archive, chunk, sizeof chunk);
            if (count < 0) result.status = GM_BROKEN;
            if (count <= 0 || !add(&result, &capacity, chunk, (size_t)count)) break;
        }
        break;
    }
    if (result.status == GM_MISSING && state != ARCHIVE_EOF) result.status = GM_BROKEN;
    call_archive_read_free(archive);
    return result;
}

static bool record(gm_result *to, size_t *capacity, char kind, const xmlChar *text) {
    size_t length = text ? strlen((const char *)text) : 0;
    uint8_t head[5] = {(uint8_t)kind, (uint8_t)length, (uint8_t)(length >> 8), (uint8_t)(length >> 16), (uint8_t)(length >> 24)};
    return add(to, capacity, head, sizeof head) && add(to, capacity, text, length);
}

gm_result gm_markup(const uint8_t *bytes, size_t length, bool html) {
    static const char *const names[] = {"libxml2.so.2", "libxml2.so.16", "libxml2.so", NULL};
    void *handle = library(names);
    if (!handle) return missing;
    CALL(htmlReadMemory);
    CALL(xmlFreeDoc);
    CALL(xmlReaderWalker);
    CALL(xmlReaderForMemory);
    CALL(xmlTextReaderRead);
    CALL(xmlTextReaderNodeType);
    CALL(xmlTextReaderConstLocalName);
    CALL(xmlTextReaderConstValue);
    CALL(xmlTextReaderIsEmptyElement);
    CALL(xmlTextReaderMoveToNextAttribute);
    CALL(xmlTextReaderMoveToElement);
    CALL(xmlFreeTextReader);
    if (!call_htmlReadMemory || !call_xmlFreeDoc || !call_xmlReaderWalker || !call_xmlReaderForMemory ||
        !call_xmlTextReaderRead || !call_xmlTextReaderNodeType || !call_xmlTextReaderConstLocalName ||
        !call_xmlTextReaderConstValue || !call_xmlTextReaderIsEmptyElement || !call_xmlTextReaderMoveToNextAttribute ||
        !call_xmlTextReaderMoveToElement || !call_xmlFreeTextReader)
        return missing;
    gm_result result = {.status = GM_READ};
    if (length > LIMIT || length > INT_MAX) {
        result.status = GM_TOO_LARGE;
        return result;
    }
    xmlDocPtr document = NULL;
    xmlTextReaderPtr reader;
    const char *text = (const char *)bytes;
    if (html) {
        document = call_htmlReadMemory(text, (int)length, NULL, "UTF-8",
            HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT);
        reader = document ? call_xmlReaderWalker(document) : NULL;
    } else {
        reader = call_xmlReaderForMemory(text, (int)length, NULL, NULL,
            XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_COMPACT);
    }
    if (!reader) {
        if (document) call_xmlFreeDoc(document);
        result.status = GM_BROKEN;
        return result;
    }
    size_t capacity = 0;
    bool more = true;
    int state = 1;
    while (more && (state = call_xmlTextReaderRead(reader)) == 1) {
        switch (call_xmlTextReaderNodeType(reader)) {
        case XML_READER_TYPE_ELEMENT: {
            bool empty = call_xmlTextReaderIsEmptyElement(reader) == 1;
            more = record(&result, &capacity, 'E', call_xmlTextReaderConstLocalName(reader));
            while (more && call_xmlTextReaderMoveToNextAttribute(reader) == 1)
                more = record(&result, &capacity, 'A', call_xmlTextReaderConstLocalName(reader)) &&
                       record(&result, &capacity, 'V', call_xmlTextReaderConstValue(reader));
            call_xmlTextReaderMoveToElement(reader);
            if (more && empty) more = record(&result, &capacity, 'X', NULL);
            break;
        }
        case XML_READER_TYPE_END_ELEMENT: more = record(&result, &capacity, 'X', NULL); break;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            more = record(&result, &capacity, 'T', call_xmlTextReaderConstValue(reader));
            break;
        default: break;
        }
    }
    if (state < 0 && result.status == GM_READ) result.status = GM_BROKEN;
    call_xmlFreeTextReader(reader);
    if (document) call_xmlFreeDoc(document);
    return result;
}

/* Tools */

extern char **environ;

static void collect(int file, gm_result *to) {
    struct stat info;
    size_t capacity = 0;
    to->status = GM_READ;
    if (fstat(file, &info) != 0 || info.st_size == 0) return;
    void *content = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (content == MAP_FAILED) {
        to->status = GM_BROKEN;
        return;
    }
    add(to, &capacity, content, (size_t)info.st_size);
    munmap(content, (size_t)info.st_size);
}

int gm_run_tool(const char *const *arguments, const uint8_t *bytes, size_t length, gm_result *output, gm_result *errors) {
    *output = missing;
    *errors = missing;
    /* Files in memory: whatever the tool reads or prints, neither side waits for the other. */
    int in = memfd_create("input", MFD_CLOEXEC), out = memfd_create("output", MFD_CLOEXEC);
    int err = memfd_create("errors", MFD_CLOEXEC), status = -1;
    if (in < 0 || out < 0 || err < 0) goto done;
    while (length > 0) {
        ssize_t written = write(in, bytes, length);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) goto done;
        bytes += written;
        length -= (size_t)written;
    }
    lseek(in, 0, SEEK_SET);
    posix_spawn_file_actions_t actions;
    if (posix_spawn_file_actions_init(&actions) != 0) goto done;
    posix_spawn_file_actions_adddup2(&actions, in, 0);
    posix_spawn_file_actions_adddup2(&actions, out, 1);
    posix_spawn_file_actions_adddup2(&actions, err, 2);
    pid_t child;
    int failure = posix_spawnp(&child, arguments[0], &actions, NULL, (char *const *)arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) goto done;
    prlimit(child, RLIMIT_CPU, &(struct rlimit){60, 60}, NULL);
    prlimit(child, RLIMIT_FSIZE, &(struct rlimit){LIMIT, LIMIT}, NULL);
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) break;
    status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    collect(out, output);
    collect(err, errors);
done:
    if (in >= 0) close(in);
    if (out >= 0) close(out);
    if (err >= 0) close(err);
    return status;
}

void gm_begin_writing(int file, int64_t offset, int64_t length) { sync_file_range(file, offset, length, SYNC_FILE_RANGE_WRITE); }
