package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.link.LinkMessage;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Whatever a job does, there is one answer: record 0020. */
class PendingRequestTest {
    private final RecordedReply reply = new RecordedReply();

    private interface Body {
        LinkMessage run() throws Throwable;
    }

    private interface Account {
        LinkMessage of(Throwable thrown) throws Throwable;
    }

    private String answered(Body body, Account account) {
        var job =
                new CellThread.Job() {
                    @Override
                    public long cell() {
                        return 1;
                    }

                    @Override
                    public LinkMessage run() throws Throwable {
                        return body.run();
                    }

                    @Override
                    public LinkMessage failed(Throwable thrown) throws Throwable {
                        return account.of(thrown);
                    }
                };
        new PendingRequest(job, reply, new MemoryReserve()).run();
        return reply.now();
    }

    private static LinkMessage named(Throwable thrown) {
        return LinkMessage.of("failed: " + thrown.getMessage());
    }

    private static <T> T thrown(Throwable thrown) throws Throwable {
        throw thrown;
    }

    @Test
    void whatMayWaitIsDoneBehindTheAnswerAndFailsForNobody() {
        var then = new ArrayList<String>();
        var job =
                new CellThread.Job() {
                    @Override
                    public long cell() {
                        return 1;
                    }

                    @Override
                    public LinkMessage run() {
                        return LinkMessage.of("done");
                    }

                    @Override
                    public void answered() {
                        then.add("behind " + reply.now());
                        throw new OutOfMemoryError("no room");
                    }
                };
        new PendingRequest(job, reply, new MemoryReserve()).run();
        assertThat(then).containsExactly("behind done");
    }

    @Test
    void whatTheJobGivesIsTheAnswer() {
        assertThat(answered(() -> LinkMessage.of("done"), PendingRequestTest::named))
                .isEqualTo("done");
    }

    @Test
    void whatItThrowsIsToldInItsOwnWords() {
        assertThat(
                        answered(
                                () -> thrown(new StackOverflowError("deep")),
                                PendingRequestTest::named))
                .isEqualTo("failed: deep");
    }

    @Test
    void anAnswerThatCannotBeSentFailsTheJobInTheWordsOfTheLink() {
        assertThat(answered(() -> LinkMessage.of("cannot be sent"), PendingRequestTest::named))
                .isEqualTo("failed: a Thread cannot be sent to the notebook");
    }

    @Test
    void whereItsOwnWordsFailItIsRefused() {
        assertThat(
                        answered(
                                () -> thrown(new IllegalStateException("first")),
                                first -> thrown(new IllegalStateException("and its words"))))
                .isEqualTo("refused java.lang.IllegalStateException: and its words");
    }

    @Test
    void whereItsOwnWordsCannotBeSentItIsRefused() {
        assertThat(
                        answered(
                                () -> thrown(new IllegalStateException("first")),
                                first -> LinkMessage.of("cannot be sent")))
                .isEqualTo(
                        "refused java.lang.IllegalArgumentException: a Thread cannot be sent to the notebook");
    }

    @Test
    void whereThereIsNoMemoryForAnyWordsThatIsSaid() {
        assertThat(
                        answered(
                                () -> thrown(new OutOfMemoryError("heap")),
                                first -> LinkMessage.of("needs memory")))
                .isEqualTo("full");
    }

    @Test
    void whereThereIsNoMemoryAndTheWordsFailOtherwiseThatIsSaidToo() {
        assertThat(
                        answered(
                                () -> thrown(new OutOfMemoryError("Metaspace")),
                                first -> thrown(new NoClassDefFoundError("what would tell it"))))
                .isEqualTo("full");
    }

    @Test
    void aThrowableWithoutWordsIsRefusedAllTheSame() {
        var mute =
                new Error() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String toString() {
                        throw new IllegalStateException("no words");
                    }
                };
        assertThat(answered(() -> thrown(mute), first -> thrown(first))).isNotEmpty();
    }

    @Test
    void oneThatBlocksIsAnsweredInItsPlaceAndItsLateAnswerIsDropped() {
        var job =
                new CellThread.Job() {
                    @Override
                    public long cell() {
                        return 1;
                    }

                    @Override
                    public LinkMessage run() {
                        return LinkMessage.of("late");
                    }

                    @Override
                    public LinkMessage abandoned(String thread, StackTraceElement[] where) {
                        return LinkMessage.of("given up: " + thread);
                    }
                };
        var owed = new PendingRequest(job, reply, new MemoryReserve());
        owed.abandon(new Thread("blocked"));
        owed.run();
        assertThat(reply.now()).isEqualTo("given up: blocked");
    }
}
