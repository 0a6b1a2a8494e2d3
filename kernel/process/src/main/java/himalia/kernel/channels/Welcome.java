package himalia.kernel.channels;

import himalia.kernel.protocol.Sender;
import himalia.kernel.protocol.content.IopubWelcome;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Tells each subscriber of iopub that from now on it misses nothing. */
record Welcome(Channels channels, Sender sender) implements FrameReceiver {
    private static final byte SUBSCRIBE = 1;

    @Override
    public void received(List<byte[]> frames) {
        var frame = frames.get(0);
        if (frames.size() != 1 || frame.length == 0 || frame[0] != SUBSCRIBE) {
            return;
        }
        try {
            var topic =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(frame, 1, frame.length - 1))
                            .toString();
            channels.publish(topic, sender.broadcast(Map.of(), new IopubWelcome(topic)));
        } catch (CharacterCodingException e) {
            // The protocol: a subscription that is no text is not welcomed.
        }
    }
}
