package himalia.parallel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the processes of one training know each other by: whoever else finds a port is sent away. */
final class TrainingToken {
    private static final int LENGTH = 32;

    /** How long a caller may take to say it, in milliseconds. */
    private static final int PATIENCE = 2_000;

    private final byte[] bytes;

    private TrainingToken(byte[] bytes) {
        this.bytes = bytes;
    }

    static TrainingToken random() {
        var bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new TrainingToken(bytes);
    }

    static TrainingToken of(String text) {
        return new TrainingToken(HexFormat.of().parseHex(text));
    }

    String text() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Listens for others on this machine. */
    static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    FrameLink call(int port) throws IOException {
        return FrameLink.call(port, bytes);
    }

    /** Waits for a caller; null for one that does not know the token, so that strangers keep nobody from looking at the time. */
    @Nullable FrameLink accept(ServerSocket server) throws IOException {
        var socket = server.accept();
        if (knows(socket)) {
            return new FrameLink(socket);
        }
        socket.close();
        return null;
    }

    private boolean knows(Socket socket) {
        var said = new byte[LENGTH];
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        try {
            for (int at = 0; at < LENGTH; ) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                socket.setSoTimeout((int) left);
                int read = socket.getInputStream().read(said, at, LENGTH - at);
                if (read < 0) {
                    return false;
                }
                at += read;
            }
            socket.setSoTimeout(0);
            return MessageDigest.isEqual(bytes, said);
        } catch (IOException e) {
            return false;
        }
    }
}
