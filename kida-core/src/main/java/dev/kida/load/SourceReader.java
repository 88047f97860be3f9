package dev.kida.load;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * Turns the bytes of a file into the text of a template. The loaders of this package read files with it; a loader of other
 * files that does the same gives the same template for the same bytes.
 */
public final class SourceReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceReader() {}

    /**
     * Decodes a whole file. One byte order mark at its start is left out, and every line end, {@code \r\n} or {@code \r}, is
     * {@code \n} in the text.
     *
     * @param bytes the content of the file, which is not changed
     * @param charset the encoding it is said to have
     * @throws CharacterCodingException when the bytes cannot be text of that encoding; nothing is put in the place of what
     *     cannot be decoded
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
