package himalia.kernel.channels;

import himalia.kernel.protocol.Decoded;
import himalia.kernel.protocol.MessageCodec;
import java.util.List;

/** Hands messages to the inbox, and tells it why others are none. */
record Intake(Channel channel, MessageCodec codec, Inbox inbox) implements FrameReceiver {
    @Override
    public void received(List<byte[]> frames) {
        var decoded = codec.decode(frames);
        if (decoded instanceof Decoded.Good good) {
            inbox.received(channel, good.message());
        } else if (decoded instanceof Decoded.Bad bad) {
            inbox.refused(channel, bad.reason());
        }
    }
}
