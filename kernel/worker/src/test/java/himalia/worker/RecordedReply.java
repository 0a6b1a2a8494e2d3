package himalia.worker;

import himalia.link.LinkMessage;
import himalia.link.LinkReply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A reply as the link gives it: the first answer counts, and one that cannot be encoded does not count. */
final class RecordedReply implements LinkReply {
    private final CompletableFuture<String> said = new CompletableFuture<>();

    @Override
    public void send(LinkMessage answer) {
        if (answer.name().equals("cannot be sent")) {
            throw new IllegalArgumentException("a Thread cannot be sent to the notebook");
        }
        if (answer.name().equals("needs memory")) {
            throw new OutOfMemoryError("no room to encode it");
        }
        said.complete(answer.name());
    }

    @Override
    public void refuse(String why) {
        said.complete("refused " + why);
    }

    @Override
    public void refuseForMemory() {
        said.complete("full");
    }

    @Override
    public boolean answered() {
        return said.isDone();
    }

    /** Waits for the answer: its name, or how it was refused. */
    String get() throws Exception {
        return said.get(30, TimeUnit.SECONDS);
    }

    /** Returns it, empty where there is none yet. */
    String now() {
        return said.getNow("");
    }
}
