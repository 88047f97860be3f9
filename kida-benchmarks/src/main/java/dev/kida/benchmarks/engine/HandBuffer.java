package dev.kida.benchmarks.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the hand-written pages for bytes write into. */
final class HandBuffer {

    private byte[] buffer;
    private int size;

    HandBuffer(int capacity) {
        buffer = new byte[capacity];
    }

    HandBuffer raw(byte[] bytes) {
        return raw(bytes, bytes.length);
    }

    private HandBuffer raw(byte[] bytes, int length) {
        room(length);
        System.arraycopy(bytes, 0, buffer, size, length);
        size += length;
        return this;
    }

    /** Text, escaped and encoded in one pass; what is not ASCII goes through the encoder. */
    HandBuffer text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7F || isSpecial(c)) {
                return slowly(text);
            }
        }
        return ascii(text, 0, text.length());
    }

    @SuppressWarnings("deprecation") // copies without an encoder
    private HandBuffer ascii(String text, int from, int to) {
        room(to - from);
        text.getBytes(from, to, buffer, size);
        size += to - from;
        return this;
    }

    private static boolean isSpecial(char c) {
        return c == '&' || c == '<' || c == '>' || c == '"' || c == '\'';
    }

    private HandBuffer slowly(String text) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isSpecial(text.charAt(i))) {
                raw(text.substring(from, i).getBytes(StandardCharsets.UTF_8));
                raw(entity(text.charAt(i)));
                from = i + 1;
            }
        }
        return raw(text.substring(from).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] entity(char c) {
        String entity =
                switch (c) {
                    case '&' -> "&amp;";
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    case '"' -> "&#34;";
                    default -> "&#39;";
                };
        return entity.getBytes(StandardCharsets.US_ASCII);
    }

    HandBuffer number(int value) {
        return text(Integer.toString(value));
    }

    HandBuffer number(double value) {
        return text(Double.toString(value));
    }

    private void room(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }

    int size() {
        return size;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    void writeTo(OutputStream sink) throws IOException {
        sink.write(buffer, 0, size);
    }
}
