package himalia.worker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** {@code System.out} or {@code System.err} of the cells: bytes become text, a character is never torn. */
final class CellStream extends OutputStream {
    private final String name;
    private final Output output;
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final byte[] one = new byte[1];
    private ByteBuffer rest = ByteBuffer.allocate(0);

    private CellStream(String name, Output output) {
        this.name = name;
        this.output = output;
    }

    /** Returns a print stream that writes to the calling thread's cell. */
    static PrintStream open(String name, Output output) {
        return new PrintStream(new CellStream(name, output), false, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int b) {
        one[0] = (byte) b;
        write(one, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
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
        if (out.flip().hasRemaining()) {
            output.write(name, out);
        }
    }
}
