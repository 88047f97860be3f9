package dev.kida.output;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The target of a render failed, for example because its reader went away. It ends the render as it is: no template can
 * catch it, and it is no fault of one.
 */
public final class SinkException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    SinkException(IOException cause) {
        super(cause);
    }
}
