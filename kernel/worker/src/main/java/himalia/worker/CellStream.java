package himalia.worker;

import himalia.link.Utf8Reader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * {@code System.out} or {@code System.err} of the cells: bytes become text, a character is never torn. Who closes it, as a
 * {@code PrintWriter} around it does, takes it from nobody: the cells behind that one print, too.
 */
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
        return new Unclosed(new CellStream(name, output));
    }

    private static final class Unclosed extends PrintStream {
        /** Of longer texts no second copy is made. */
        private static final int LONG = 8_192;

        Unclosed(CellStream stream) {
            super(stream, false, StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            flush();
        }

        /** In one write, as a print stream of no subclass does: in two it takes twice as long. */
        @Override
        public void println(@Nullable String text) {
            if (text != null && text.length() > LONG) {
                super.println(text);
            } else {
                print(text + System.lineSeparator());
            }
        }

        @Override
        public void println(char[] text) {
            println(String.valueOf(text));
        }

        @Override
        public void println(@Nullable Object value) {
            println(String.valueOf(value));
        }

        @Override
        public void println(int value) {
            println(String.valueOf(value));
        }

        @Override
        public void println(long value) {
            println(String.valueOf(value));
        }

        @Override
        public void println(double value) {
            println(String.valueOf(value));
        }

        @Override
        public void println(float value) {
            println(String.valueOf(value));
        }

        @Override
        public void println(char value) {
            println(String.valueOf(value));
        }

        @Override
        public void println(boolean value) {
            println(String.valueOf(value));
        }

        /** As it is called without this class, which is nothing that a user knows. */
        @Override
        public String toString() {
            return PrintStream.class.getName() + "@" + Integer.toHexString(hashCode());
        }
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
