package himalia.kernel.channels;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Subscribes to all of iopub and never reads anything of it, as a front end does that is stopped or hangs. */
final class DeafSubscriber implements AutoCloseable {
    private static final int MORE = 1;
    private static final int LONG = 2;

    private final Socket socket = new Socket();

    DeafSubscriber(ConnectionFile file) throws IOException {
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", file.port(Channel.IOPUB)));
        var out = socket.getOutputStream();
        var in = socket.getInputStream();
        out.write(Zmtp.greeting());
        in.readNBytes(Zmtp.greeting().length);
        out.write(Zmtp.ready("SUB"));
        int flags = in.read();
        in.readNBytes(in.read());
        if (flags != 4) {
            throw new IOException("no handshake: the kernel's first frame has the flags " + flags);
        }
        out.write(Zmtp.frame(new byte[] {1}));
        out.flush();
    }

    /** The kernel welcomes each subscriber to all who hear it, so another one hears of us. */
    boolean isSubscribed(RawClient other) {
        return other.welcomed().type().equals("iopub_welcome");
    }

    /** Begins to read after all: returns the frames of the next message. */
    List<byte[]> receive() throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        var frames = new ArrayList<byte[]>();
        int flags;
        do {
            flags = in.read();
            long length = (flags & LONG) == 0 ? in.read() : in.readLong();
            frames.add(in.readNBytes((int) length));
        } while ((flags & MORE) != 0);
        return frames;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
