package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;

/** Reads a {@link FormatSpec}. */
final class FormatSpecReader {

    /** Wider fields are a mistake, or an attempt to fill the memory. */
    private static final int MAX = 100_000;

    private static final String TYPES = "sdnbxXoceEfFgG%";

    private final String text;
    private int at;

    FormatSpecReader(String text) {
        this.text = text;
    }

    FormatSpec read() {
        String fill = " ";
        char align = 0;
        int first = Character.charCount(text.codePointAt(0));
        boolean filled = first < text.length() && isAlign(text.charAt(first));
        if (filled) {
            fill = text.substring(0, first);
            align = text.charAt(first);
            at = first + 1;
        } else if (isAlign(text.charAt(0))) {
            align = text.charAt(0);
            at = 1;
        }
        char sign = accept("+- ");
        boolean alternate = accept("#") != 0;
        if (accept("0") != 0) {
            fill = filled ? fill : "0";
        }
        int width = number(0);
        char grouping = accept(",_");
        int precision = accept(".") == 0 ? -1 : precision();
        char type = accept(TYPES);
        if (at < text.length()) {
            throw invalid();
        }
        return new FormatSpec(fill, align, sign, alternate, width, grouping, precision, type);
    }

    private static boolean isAlign(char c) {
        return c == '<' || c == '>' || c == '^' || c == '=';
    }

    private char accept(String options) {
        if (at < text.length() && options.indexOf(text.charAt(at)) >= 0) {
            return text.charAt(at++);
        }
        return 0;
    }

    private int precision() {
        int precision = number(-1);
        if (precision < 0) {
            throw invalid();
        }
        return precision;
    }

    private int number(int missing) {
        int start = at;
        int number = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = Math.min(MAX + 1, number * 10 + text.charAt(at++) - '0');
        }
        if (number > MAX) {
            throw TemplateRuntimeException.value("The width or precision of a format is too large: " + text);
        }
        return at == start ? missing : number;
    }

    private TemplateRuntimeException invalid() {
        return TemplateRuntimeException.value("Invalid format specification '" + text + "'");
    }
}
