package dev.kida.value;

/** A value that knows its own HTML: it is printed as it is, without escaping. */
public interface SafeHtml {

    /** The HTML of this value, ready for output. */
    String toHtml();
}
