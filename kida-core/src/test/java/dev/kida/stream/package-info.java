/** What a streamed render promises to its reader and to its sources, proved by generated cases, races and long runs. */
package dev.kida.stream;
