package dev.kida.sample;

/** One line of the long table. */
public record Row(int number, String name) {

    static Row of(int number) {
        return new Row(number, "Row <" + number + ">");
    }
}
