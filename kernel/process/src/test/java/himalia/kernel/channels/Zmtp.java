package himalia.kernel.channels;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes with which a ZeroMQ connection begins (ZMTP 3.0), for peers that no library would let us be. */
final class Zmtp {
    private Zmtp() {}

    /** Signature, version, mechanism NULL. */
    static byte[] greeting() {
        var greeting = new byte[64];
        greeting[0] = (byte) 0xff;
        greeting[8] = 1;
        greeting[9] = 0x7f;
        greeting[10] = 3;
        System.arraycopy(new byte[] {'N', 'U', 'L', 'L'}, 0, greeting, 12, 4);
        return greeting;
    }

    /** The command that ends the handshake: a socket of this type is ready. */
    static byte[] ready(String socketType) {
        var body = new ByteArrayOutputStream();
        body.write(5);
        body.writeBytes("READY".getBytes(StandardCharsets.US_ASCII));
        body.write(11);
        body.writeBytes("Socket-Type".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(new byte[] {0, 0, 0, (byte) socketType.length()});
        body.writeBytes(socketType.getBytes(StandardCharsets.US_ASCII));
        var ready = new ByteArrayOutputStream();
        ready.write(4);
        ready.write(body.size());
        ready.writeBytes(body.toByteArray());
        return ready.toByteArray();
    }

    /** One short frame that is a whole message. */
    static byte[] frame(byte[] body) {
        var frame = new ByteArrayOutputStream();
        frame.write(0);
        frame.write(body.length);
        frame.writeBytes(body);
        return frame.toByteArray();
    }
}
