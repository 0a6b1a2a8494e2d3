package himalia.kernel.workers;

import com.sun.jdi.connect.spi.ClosedConnectionException;
import com.sun.jdi.connect.spi.Connection;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;

/** JDWP packets over a socket whose handshake is done; a packet begins with its own length. */
final class JdwpConnection extends Connection {
    private static final int HEADER = 11;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    JdwpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    @Override
    public byte[] readPacket() throws IOException {
        try {
            synchronized (in) {
                int length = in.readInt();
                if (length < HEADER) {
                    throw new IOException("a debug packet of " + length + " bytes");
                }
                // Not the length it claims: who calls may be a stranger.
                var rest = in.readNBytes(length - Integer.BYTES);
                if (rest.length < length - Integer.BYTES) {
                    throw new EOFException("a debug packet that breaks off");
                }
                return ByteBuffer.allocate(length).putInt(length).put(rest).array();
            }
        } catch (EOFException e) {
            // An empty packet is how JDI is told of the end.
            return new byte[0];
        } catch (IOException e) {
            if (!isOpen()) {
                throw new ClosedConnectionException();
            }
            throw e;
        }
    }

    @Override
    public void writePacket(byte[] packet) throws IOException {
        if (!isOpen()) {
            throw new ClosedConnectionException();
        }
        synchronized (out) {
            out.write(packet);
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    @Override
    public boolean isOpen() {
        return !socket.isClosed();
    }
}
