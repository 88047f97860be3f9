package dev.kida.load;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** Turns the bytes of a file into the text of a template, for loaders of files of any kind. */
public final class SourceReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceReader() {}

    /**
     * Decodes strictly, removes a byte order mark and makes every line end in {@code \n}.
     *
     * @throws CharacterCodingException when the bytes are of another encoding
     */
    public static String text(byte[] bytes, Charset charset) throws CharacterCodingException {
        String text = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
