package dev.kida.benchmarks.model;

/** One row of the stocks page. What engines without expressions cannot compute is there as well. */
public record Stock(int row, String name, String url, String symbol, double price, double change, double ratio) {

    public boolean odd() {
        return row % 2 == 1;
    }

    public boolean falling() {
        return change < 0;
    }
}
