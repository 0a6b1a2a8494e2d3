package himalia.link;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The answer to one request, sent once. Encodes before it counts as answered: who cannot say one thing must be able to say another. */
final class LinkAnswer implements LinkReply {
    private final long id;
    private final Outgoing outgoing;
    private final AtomicBoolean sent = new AtomicBoolean();

    LinkAnswer(long id, Outgoing outgoing) {
        this.id = id;
        this.outgoing = outgoing;
    }

    @Override
    public void send(LinkMessage answer) {
        if (!sent.get()) {
            put(new Frame(Frame.REPLY, id, answer).encode());
        }
    }

    @Override
    public void refuse(String why) {
        if (!sent.get()) {
            var message = new LinkMessage("refused", Map.of("why", why));
            put(new Frame(Frame.REFUSAL, id, message).encode());
        }
    }

    private void put(byte[] frame) {
        if (sent.compareAndSet(false, true)) {
            outgoing.put(frame);
        }
    }

    @Override
    public void refuseForMemory() {
        if (sent.compareAndSet(false, true)) {
            outgoing.refuseForMemory(id);
        }
    }

    @Override
    public boolean answered() {
        return sent.get();
    }
}
