package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.link.LinkMessage;
import himalia.link.LinkReply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a job does, there is one answer: record 0020. */
class PendingRequestTest {
    private final Answers answers = new Answers();

    /** A reply as the link gives it: the first answer counts, and one that cannot be encoded does not count. */
    private static final class Answers implements LinkReply {
        private final List<String> all = new ArrayList<>();

        @Override
        public void send(LinkMessage answer) {
            if (answer.name().equals("cannot be sent")) {
                throw new IllegalArgumentException("a Thread cannot be sent to the notebook");
            }
            if (answer.name().equals("needs memory")) {
                throw new OutOfMemoryError("no room to encode it");
            }
            add("sent " + answer.name());
        }

        @Override
        public void refuse(String why) {
            add("refused " + why);
        }

        @Override
        public void refuseForMemory() {
            add("full");
        }

        private void add(String answer) {
            if (all.isEmpty()) {
                all.add(answer);
            }
        }

        @Override
        public boolean answered() {
            return !all.isEmpty();
        }
    }

    private interface Body {
        LinkMessage run() throws Throwable;
    }

    private interface Account {
        LinkMessage of(Throwable thrown) throws Throwable;
    }

    private List<String> answered(Body body, Account account) {
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
        new PendingRequest(job, answers, new MemoryReserve()).run();
        return answers.all;
    }

    private static LinkMessage named(Throwable thrown) {
        return LinkMessage.of("failed: " + thrown.getMessage());
    }

    private static <T> T thrown(Throwable thrown) throws Throwable {
        throw thrown;
    }

    @Test
    void whatTheJobGivesIsTheAnswer() {
        assertThat(answered(() -> LinkMessage.of("done"), PendingRequestTest::named))
                .containsExactly("sent done");
    }

    @Test
    void whatItThrowsIsToldInItsOwnWords() {
        assertThat(
                        answered(
                                () -> thrown(new StackOverflowError("deep")),
                                PendingRequestTest::named))
                .containsExactly("sent failed: deep");
    }

    @Test
    void anAnswerThatCannotBeSentFailsTheJobInTheWordsOfTheLink() {
        assertThat(answered(() -> LinkMessage.of("cannot be sent"), PendingRequestTest::named))
                .containsExactly("sent failed: a Thread cannot be sent to the notebook");
    }

    @Test
    void whereItsOwnWordsFailItIsRefused() {
        assertThat(
                        answered(
                                () -> thrown(new IllegalStateException("first")),
                                first -> thrown(new IllegalStateException("and its words"))))
                .containsExactly("refused java.lang.IllegalStateException: and its words");
    }

    @Test
    void whereItsOwnWordsCannotBeSentItIsRefused() {
        assertThat(
                        answered(
                                () -> thrown(new IllegalStateException("first")),
                                first -> LinkMessage.of("cannot be sent")))
                .containsExactly(
                        "refused java.lang.IllegalArgumentException: a Thread cannot be sent to the notebook");
    }

    @Test
    void whereThereIsNoMemoryForAnyWordsThatIsSaid() {
        assertThat(
                        answered(
                                () -> thrown(new OutOfMemoryError("heap")),
                                first -> LinkMessage.of("needs memory")))
                .containsExactly("full");
    }

    @Test
    void whereThereIsNoMemoryAndTheWordsFailOtherwiseThatIsSaidToo() {
        assertThat(
                        answered(
                                () -> thrown(new OutOfMemoryError("Metaspace")),
                                first -> thrown(new NoClassDefFoundError("what would tell it"))))
                .containsExactly("full");
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
        assertThat(answered(() -> thrown(mute), first -> thrown(first))).hasSize(1);
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
        var owed = new PendingRequest(job, answers, new MemoryReserve());
        owed.abandon(new Thread("blocked"));
        owed.run();
        assertThat(answers.all).containsExactly("sent given up: blocked");
    }
}
