package himalia.link;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Frames as they come off the channel. A frame that cannot be taken in is passed over to its end, so that the next one
 * is understood; passing over needs no memory, where the heap is full.
 */
final class Incoming {
    /** No frame is longer: a bundle of this size would kill any front end. */
    static final int LONGEST = 512 << 20;

    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16).flip();
    private int kind;
    private long id;
    private int left;

    Incoming(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the next frame.
     *
     * @throws IOException where the other end is gone, or where no frame can be told from the next any more
     */
    void next() throws IOException {
        skip();
        fill(4);
        int length = buffer.getInt();
        if (length < Frame.HEAD || length > LONGEST) {
            throw new IOException("a frame of " + length + " bytes");
        }
        fill(Frame.HEAD);
        kind = buffer.get();
        id = buffer.getLong();
        left = length - Frame.HEAD;
    }

    /** Returns the number of this frame's kind. */
    int kind() {
        return kind;
    }

    /** Returns the id of the request that this frame is or answers. */
    long id() {
        return id;
    }

    /** Takes in what this frame says. */
    byte[] body() throws IOException {
        var body = new byte[left];
        while (left > 0) {
            fill(1);
            int length = Math.min(left, buffer.remaining());
            buffer.get(body, body.length - left, length);
            left -= length;
        }
        return body;
    }

    private void skip() throws IOException {
        while (left > 0) {
            fill(1);
            int length = Math.min(left, buffer.remaining());
            buffer.position(buffer.position() + length);
            left -= length;
        }
    }

    /** Reads until so many bytes are in the buffer. */
    private void fill(int wanted) throws IOException {
        if (buffer.remaining() >= wanted) {
            return;
        }
        buffer.compact();
        try {
            while (buffer.position() < wanted) {
                if (channel.read(buffer) < 0) {
                    throw new EOFException("the other end is gone");
                }
            }
        } finally {
            buffer.flip();
        }
    }
}
