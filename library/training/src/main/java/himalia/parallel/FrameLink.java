package himalia.parallel;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A connection of two processes of this machine that carries frames. */
final class FrameLink implements Closeable {
    /** No frame is longer: whoever says so is none of ours. */
    static final int MOST = 1 << 29;

    /** How long a caller may take to say who it is, in milliseconds. */
    private static final int PATIENCE = 2_000;

    private static final int BUFFER = 1 << 16;

    private static final WorkerFrame.Kind[] KINDS = WorkerFrame.Kind.values();

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    FrameLink(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BUFFER));
    }

    /** Calls a process of this machine, and says a token that only its family knows. */
    static FrameLink call(int port, byte[] token) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        try {
            socket.getOutputStream().write(token);
            return new FrameLink(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Says a frame.
     *
     * @throws IllegalStateException if it is longer than the other side takes; nothing is said then
     */
    void send(WorkerFrame frame) throws IOException {
        checkLength(frame.body().length);
        synchronized (out) {
            out.writeByte(frame.kind().ordinal());
            out.writeInt(frame.round());
            out.writeInt(frame.body().length);
            out.write(frame.body());
            out.flush();
        }
    }

    /** The other side takes a longer one for the end of all. */
    static void checkLength(int length) {
        if (length > MOST) {
            throw new IllegalStateException(
                    "a message of %,d bytes is sent to no process, which takes %,d at most; train in this process alone"
                            .formatted(length, MOST));
        }
    }

    /** Waits for the next frame; only one thread reads. */
    WorkerFrame receive() throws IOException {
        int kind = in.readUnsignedByte();
        int round = in.readInt();
        int length = in.readInt();
        if (kind >= KINDS.length || length < 0 || length > MOST) {
            throw new IOException("a frame of kind %d with %d bytes".formatted(kind, length));
        }
        var body = new byte[length];
        in.readFully(body);
        return new WorkerFrame(KINDS[kind], round, body);
    }

    /**
     * Waits a moment for the first frame of a caller; the link is closed where it does not come.
     *
     * @throws java.net.SocketTimeoutException if the caller says nothing
     */
    WorkerFrame receiveHello() throws IOException {
        boolean heard = false;
        try {
            socket.setSoTimeout(PATIENCE);
            var hello = receive();
            socket.setSoTimeout(0);
            heard = true;
            return hello;
        } finally {
            if (!heard) {
                close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
