package himalia.link;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns bytes into text piece by piece; a character torn between two pieces waits for its rest. */
public final class Utf8Reader {
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer rest = ByteBuffer.allocate(0);

    /** Returns the text of these bytes, as far as its last character is whole. */
    public CharSequence decode(byte[] bytes, int offset, int length) {
        ByteBuffer in;
        if (rest.hasRemaining()) {
            in =
                    ByteBuffer.allocate(rest.remaining() + length)
                            .put(rest)
                            .put(bytes, offset, length)
                            .flip();
        } else {
            in = ByteBuffer.wrap(bytes, offset, length);
        }
        var out = CharBuffer.allocate(in.remaining());
        decoder.decode(in, out, false);
        // What is left is the beginning of a character, three bytes at most.
        rest = ByteBuffer.allocate(in.remaining()).put(in).flip();
        return out.flip();
    }
}
