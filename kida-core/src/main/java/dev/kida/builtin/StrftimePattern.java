package dev.kida.builtin;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A date format of {@code strftime} directives, read once. */
final class StrftimePattern {

    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx");
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    /** A piece of the output. */
    private interface Part {
        void print(StringBuilder out, Moment moment, Locale locale);
    }

    private final List<Part> parts;

    private StrftimePattern(List<Part> parts) {
        this.parts = parts;
    }

    String print(Moment moment, Locale locale) {
        StringBuilder out = new StringBuilder(32);
        for (Part part : parts) {
            part.print(out, moment, locale);
        }
        return out.toString();
    }

    /** Reads a format. What is not a directive stands for itself. */
    static StrftimePattern parse(String format) {
        List<Part> parts = new ArrayList<>();
        int literal = 0;
        int position = format.indexOf('%');
        while (position >= 0 && position + 1 < format.length()) {
            boolean unpadded = format.charAt(position + 1) == '-' && position + 2 < format.length();
            int end = position + (unpadded ? 3 : 2);
            Part part = directive(format.charAt(end - 1), !unpadded);
            if (part != null) {
                addLiteral(parts, format.substring(literal, position));
                parts.add(part);
                literal = end;
            }
            position = format.indexOf('%', end);
        }
        addLiteral(parts, format.substring(literal));
        return new StrftimePattern(parts);
    }

    private static void addLiteral(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add((out, moment, locale) -> out.append(text));
        }
    }

    private static @Nullable Part directive(char letter, boolean padded) {
        Part number = number(letter, padded);
        Part single = number == null ? text(letter) : number;
        return single == null ? composed(letter) : single;
    }

    /** Directives that stand for several others. */
    private static @Nullable Part composed(char letter) {
        String format =
                switch (letter) {
                    case 'D', 'x' -> "%m/%d/%y";
                    case 'T', 'X' -> "%H:%M:%S";
                    case 'R' -> "%H:%M";
                    case 'F' -> "%Y-%m-%d";
                    case 'r' -> "%I:%M:%S %p";
                    case 'c' -> "%a %b %e %H:%M:%S %Y";
                    default -> null;
                };
        if (format == null) {
            return null;
        }
        StrftimePattern pattern = parse(format);
        return (out, moment, locale) -> out.append(pattern.print(moment, locale));
    }

    private static @Nullable Part number(char letter, boolean padded) {
        return switch (letter) {
            case 'Y' -> (out, moment, locale) -> digits(out, moment.local().getYear(), padded ? 4 : 1, '0');
            case 'y' -> field(padded, 2, time -> Math.floorMod(time.getYear(), 100));
            case 'm' -> field(padded, 2, LocalDateTime::getMonthValue);
            case 'd' -> field(padded, 2, LocalDateTime::getDayOfMonth);
            case 'e' -> (out, moment, locale) -> digits(out, moment.local().getDayOfMonth(), padded ? 2 : 1, ' ');
            case 'H' -> field(padded, 2, LocalDateTime::getHour);
            case 'I' -> field(padded, 2, time -> time.get(ChronoField.CLOCK_HOUR_OF_AMPM));
            case 'M' -> field(padded, 2, LocalDateTime::getMinute);
            case 'S' -> field(padded, 2, LocalDateTime::getSecond);
            case 'C' -> field(padded, 2, time -> Math.floorDiv(time.getYear(), 100));
            case 'f' -> field(true, 6, time -> time.getNano() / 1000);
            case 'j' -> field(padded, 3, LocalDateTime::getDayOfYear);
            case 'U' -> field(padded, 2, time -> weekOfYear(time, DayOfWeek.SUNDAY));
            case 'W' -> field(padded, 2, time -> weekOfYear(time, DayOfWeek.MONDAY));
            case 'V' -> field(padded, 2, time -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'G' -> field(padded, 4, time -> time.get(IsoFields.WEEK_BASED_YEAR));
            case 'u' -> field(false, 1, time -> time.getDayOfWeek().getValue());
            case 'w' -> field(false, 1, time -> time.getDayOfWeek().getValue() % 7);
            default -> null;
        };
    }

    private static @Nullable Part text(char letter) {
        return switch (letter) {
            case 'a' ->
                (out, moment, locale) ->
                        out.append(moment.local().getDayOfWeek().getDisplayName(TextStyle.SHORT, locale));
            case 'A' ->
                (out, moment, locale) ->
                        out.append(moment.local().getDayOfWeek().getDisplayName(TextStyle.FULL, locale));
            case 'b', 'h' ->
                (out, moment, locale) -> out.append(moment.local().getMonth().getDisplayName(TextStyle.SHORT, locale));
            case 'B' ->
                (out, moment, locale) -> out.append(moment.local().getMonth().getDisplayName(TextStyle.FULL, locale));
            case 'p' -> (out, moment, locale) -> out.append(halfOfDay(moment.local(), locale));
            case 'z' -> (out, moment, locale) -> zoned(out, moment, OFFSET);
            case 'Z' -> (out, moment, locale) -> zoned(out, moment, ZONE);
            case 's' -> (out, moment, locale) -> out.append(moment.zoned().toEpochSecond());
            case '%' -> (out, moment, locale) -> out.append('%');
            case 'n' -> (out, moment, locale) -> out.append('\n');
            case 't' -> (out, moment, locale) -> out.append('\t');
            default -> null;
        };
    }

    /** Reads a number out of a date. */
    private interface Field {
        int of(LocalDateTime time);
    }

    private static Part field(boolean padded, int width, Field field) {
        return (out, moment, locale) -> digits(out, field.of(moment.local()), padded ? width : 1, '0');
    }

    private static void digits(StringBuilder out, int number, int width, char padding) {
        String digits = Integer.toString(Math.abs(number));
        if (number < 0) {
            out.append('-');
        }
        out.append(String.valueOf(padding).repeat(Math.max(0, width - digits.length())))
                .append(digits);
    }

    /** The week of the year when weeks start on that day; days before the first such day are in week 0. */
    private static int weekOfYear(LocalDateTime time, DayOfWeek start) {
        int daysSinceStart = Math.floorMod(time.getDayOfWeek().getValue() - start.getValue(), 7);
        return (time.getDayOfYear() + 6 - daysSinceStart) / 7;
    }

    private static String halfOfDay(LocalDateTime time, Locale locale) {
        if (locale.getLanguage().equals("en")) {
            return time.getHour() < 12 ? "AM" : "PM";
        }
        return DateTimeFormatter.ofPattern("a", locale).format(time);
    }

    private static void zoned(StringBuilder out, Moment moment, DateTimeFormatter formatter) {
        ZoneId zone = moment.zone();
        if (zone != null) {
            ZonedDateTime time = moment.local().atZone(zone);
            boolean utc = formatter == ZONE && zone instanceof ZoneOffset offset && offset.getTotalSeconds() == 0;
            out.append(utc ? "UTC" : formatter.format(time));
        }
    }
}
