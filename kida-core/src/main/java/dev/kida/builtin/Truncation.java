package dev.kida.builtin;

import dev.kida.value.CodePoints;
import dev.kida.value.TextOps;

/** {@code truncate}: shortens a text to a length that includes the end mark. */
final class Truncation {

    private Truncation() {}

    static String truncate(String text, int length, boolean killWords, String end) {
        if (text.length() <= length || CodePoints.length(text) <= length) {
            return text;
        }
        int room = length - CodePoints.length(end);
        if (room <= 0) {
            return Texts.prefix(end, length);
        }
        String head = Texts.prefix(text, room);
        return killWords ? head + end : atWord(head) + end;
    }

    private static String atWord(String head) {
        int space = head.lastIndexOf(' ');
        String cut = space > 0 ? head.substring(0, space) : head;
        return TextOps.stripEnd(cut, null);
    }
}
