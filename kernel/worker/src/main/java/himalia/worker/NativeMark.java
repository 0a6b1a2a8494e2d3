package himalia.worker;

import himalia.link.StreamMark;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** Marks in the process's own standard streams, behind the backs of {@code System.out} and {@code System.err}. */
final class NativeMark {
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);
    private static final FileOutputStream ERR = new FileOutputStream(FileDescriptor.err);

    private NativeMark() {}

    static void write(long number) {
        var bytes = StreamMark.bytes(number);
        try {
            OUT.write(bytes);
            ERR.write(bytes);
        } catch (IOException e) {
            // Somebody closed the descriptor: the kernel waits a moment for the mark, then goes on.
        }
    }
}
