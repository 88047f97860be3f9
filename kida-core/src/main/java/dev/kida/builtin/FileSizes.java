package dev.kida.builtin;

import dev.kida.value.Text;
import java.math.BigDecimal;

/** {@code filesizeformat}: sizes in bytes for people. */
final class FileSizes {

    private static final String[] DECIMAL = {"kB", "MB", "GB", "TB"};

    private static final String[] BINARY = {"KiB", "MiB", "GiB", "TiB"};

    private FileSizes() {}

    static String print(double size, boolean binary) {
        double base = binary ? 1024 : 1000;
        if (size < base && !Double.isInfinite(size)) {
            return new BigDecimal(size).toBigInteger() + " Bytes";
        }
        String[] units = binary ? BINARY : DECIMAL;
        double unit = base;
        int index = 0;
        while (index < units.length - 1 && !(size < unit * base)) {
            unit *= base;
            index++;
        }
        double amount = size / unit;
        String text = DecimalText.fixed(amount, 1);
        return (text == null ? Text.of(amount) : text) + " " + units[index];
    }
}
