package himalia.kernel;

import himalia.kernel.channels.Channel;
import himalia.kernel.channels.Channels;
import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.Sender;
import himalia.kernel.session.Publisher;
import himalia.kernel.session.Request;
import java.util.List;
import java.util.Map;

/** Puts what the session says on the wire. */
final class WirePublisher implements Publisher {
    private final Channels channels;
    private final Sender sender;

    WirePublisher(Channels channels, Sender sender) {
        this.channels = channels;
        this.sender = sender;
    }

    @Override
    public void reply(Request request, Content content) {
        channels.send(
                request.control() ? Channel.CONTROL : Channel.SHELL,
                sender.reply(request.message(), content));
    }

    @Override
    public void publish(Map<String, Object> parentHeader, Content content) {
        publish(parentHeader, content, Map.of(), List.of());
    }

    @Override
    public void publish(
            Map<String, Object> parentHeader,
            Content content,
            Map<String, Object> metadata,
            List<byte[]> buffers) {
        channels.publish(
                "kernel." + sender.session() + "." + content.type(),
                sender.broadcast(parentHeader, content)
                        .withMetadata(metadata)
                        .withBuffers(buffers));
    }

    @Override
    public Message ask(Message request, Content question) {
        var message =
                sender.message(
                        List.copyOf(request.identities()),
                        question.type(),
                        request.header(),
                        question.toMap());
        channels.send(Channel.STDIN, message);
        return message;
    }
}
