package himalia.worker;

import himalia.link.Utf8Reader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code System.out} or {@code System.err} of the cells: bytes become text, a character is never torn. */
final class CellStream extends OutputStream {
    private final String name;
    private final CellOutput output;
    private final Utf8Reader reader = new Utf8Reader();
    private final byte[] one = new byte[1];

    private CellStream(String name, CellOutput output) {
        this.name = name;
        this.output = output;
    }

    /** Returns a print stream that writes to the calling thread's cell. */
    static PrintStream open(String name, CellOutput output) {
        return new PrintStream(new CellStream(name, output), false, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int b) {
        one[0] = (byte) b;
        write(one, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        var text = reader.decode(bytes, offset, length);
        if (text.length() > 0) {
            output.write(name, text);
        }
    }
}
