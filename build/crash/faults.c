/*
 * A border between a program and the disk, for tests: LD_PRELOAD it.
 * TASKBELL_SHADOW: a folder that gets a copy of each file as of its last fsync. After a kill it holds what a
 *   disk would hold after a power cut, if nothing that was not synced had reached it.
 * TASKBELL_FAULT: a file; while it is there, its first word is what happens below TASKBELL_FAULT_BELOW:
 *   "EIO" fails every sync, "ENOSPC" fails every write, "EROFS" fails both and every open for writing.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *fault_for(const char *path) {
  static char word[16];
  const char *file = getenv("TASKBELL_FAULT"), *below = getenv("TASKBELL_FAULT_BELOW");
  if (!file || !below || strncmp(path, below, strlen(below)) != 0) return NULL;
  FILE *read = fopen(file, "r");
  if (!read) return NULL;
  size_t length = fread(word, 1, sizeof word - 1, read);
  fclose(read);
  word[length] = 0;
  return word;
}

static int path_of(int fd, char *path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, size - 1);
  if (length <= 0) return -1;
  path[length] = 0;
  return 0;
}

static void copy_to_shadow(const char *path) {
  const char *shadow = getenv("TASKBELL_SHADOW"), *name = strrchr(path, '/');
  if (!shadow || !name || !strstr(name, ".sqlite") || strstr(name, "-journal")) return;
  char draft[512], final[512], buffer[65536];
  snprintf(draft, sizeof draft, "%s%s.draft", shadow, name);
  snprintf(final, sizeof final, "%s%s", shadow, name);
  int from = open(path, O_RDONLY), to = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ssize_t got;
  while (from >= 0 && to >= 0 && (got = read(from, buffer, sizeof buffer)) > 0)
    if (write(to, buffer, got) != got) break;
  close(from);
  close(to);
  rename(draft, final);
}

static int synced(int fd, const char *name) {
  char path[512];
  int known = path_of(fd, path, sizeof path) == 0;
  const char *fault = known ? fault_for(path) : NULL;
  if (fault && (!strncmp(fault, "EIO", 3) || !strncmp(fault, "EROFS", 5))) {
    errno = EIO;
    return -1;
  }
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  int result = real(fd);
  if (result == 0 && known) copy_to_shadow(path);
  return result;
}

int fsync(int fd) { return synced(fd, "fsync"); }
int fdatasync(int fd) { return synced(fd, "fdatasync"); }

static int refuses_write(int fd) {
  char path[512];
  const char *fault = path_of(fd, path, sizeof path) == 0 ? fault_for(path) : NULL;
  if (!fault) return 0;
  if (!strncmp(fault, "ENOSPC", 6)) return errno = ENOSPC;
  if (!strncmp(fault, "EROFS", 5)) return errno = EROFS;
  return 0;
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
  if (getenv("TASKBELL_FAULT") && refuses_write(fd)) return -1;
  ssize_t (*real)(int, const void *, size_t, off64_t) = dlsym(RTLD_NEXT, "pwrite64");
  return real(fd, bytes, size, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) { return pwrite64(fd, bytes, size, at); }

ssize_t write(int fd, const void *bytes, size_t size) {
  if (getenv("TASKBELL_FAULT") && refuses_write(fd)) return -1;
  ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  return real(fd, bytes, size);
}
