package himalia.parallel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

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

    /** Waits for a caller that knows the token. */
    FrameLink accept(ServerSocket server) throws IOException {
        while (true) {
            var socket = server.accept();
            if (knows(socket)) {
                return new FrameLink(socket);
            }
            socket.close();
        }
    }

    private boolean knows(Socket socket) {
        try {
            socket.setSoTimeout(PATIENCE);
            boolean known =
                    MessageDigest.isEqual(bytes, socket.getInputStream().readNBytes(LENGTH));
            socket.setSoTimeout(0);
            return known;
        } catch (IOException e) {
            return false;
        }
    }
}
