package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.link.LinkMessage;
import himalia.link.LinkReply;
import himalia.link.Messages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Traces that the user's code prints: the lines of cells where the kernel knows them, and what the JVM prints where not. */
@Timeout(120)
class TracesTest {
    @TempDir Path folder;

    private static <T extends Throwable> T ofCell(T thrown) {
        thrown.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("REPL.$Cell1", "f", "cell", 3)});
        return thrown;
    }

    /** Each frame of a stack as one line. */
    private static void told(LinkMessage asked, LinkReply reply) {
        assertThat(asked.name()).isEqualTo(Messages.ASK);
        assertThat(asked.text("request")).isEqualTo("stacks");
        var lines = new ArrayList<List<String>>();
        for (var stack : (List<?>) asked.map("arguments").get("stacks")) {
            lines.add(((List<?>) stack).stream().map(frame -> "  cell 1, line 3").toList());
        }
        reply.send(new LinkMessage("answer", Map.of("value", lines)));
    }

    private String printed(Throwable thrown, BiConsumer<LinkMessage, LinkReply> answers)
            throws Exception {
        try (var kernel = KernelEnd.answering(folder, answers)) {
            Traces.connect(new KernelQuestions(kernel.link()));
            var text = new StringWriter();
            var writer = new PrintWriter(text);
            Traces.print(thrown, writer);
            writer.flush();
            var bytes = new ByteArrayOutputStream();
            Traces.print(thrown, new PrintStream(bytes, true, StandardCharsets.UTF_8));
            assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(text.toString());
            return text.toString();
        }
    }

    private static String ofTheJvm(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void theLinesOfACellStandWhereTheJvmHasItsFrames() throws Exception {
        var thrown = ofCell(new IllegalStateException("fire", ofCell(new Error("spark"))));
        thrown.addSuppressed(ofCell(new RuntimeException("stuck")));
        assertThat(printed(thrown, TracesTest::told).replace(System.lineSeparator(), "\n"))
                .isEqualTo(
                        """
                        java.lang.IllegalStateException: fire
                          cell 1, line 3
                            Suppressed: java.lang.RuntimeException: stuck
                              cell 1, line 3
                        Caused by: java.lang.Error: spark
                          cell 1, line 3
                        """);
    }

    @Test
    void aTraceInWhichNoCellHasAPartIsTheJvmsAndNobodyIsAsked() throws Exception {
        var thrown = new IllegalStateException("elsewhere");
        var asked = new AtomicBoolean();
        var text =
                printed(
                        thrown,
                        (question, reply) -> {
                            asked.set(true);
                            reply.refuse("no");
                        });
        assertThat(text).isEqualTo(ofTheJvm(thrown));
        assertThat(asked).isFalse();
    }

    @Test
    void whereTheKernelDoesNotKnowTheTraceIsTheJvms() throws Exception {
        var thrown = ofCell(new IllegalStateException("fire"));
        assertThat(printed(thrown, (asked, reply) -> reply.refuse("no")))
                .isEqualTo(ofTheJvm(thrown));
    }

    @Test
    void anAnswerToAnotherQuestionIsNone() throws Exception {
        var thrown = ofCell(new IllegalStateException("fire"));
        var other = new LinkMessage("answer", Map.of("value", List.of()));
        assertThat(printed(thrown, (asked, reply) -> reply.send(other)))
                .isEqualTo(ofTheJvm(thrown));
    }

    @Test
    void causesInACircleEnd() throws Exception {
        var first = ofCell(new RuntimeException("first"));
        var second = ofCell(new RuntimeException("second", first));
        first.initCause(second);
        assertThat(printed(first, TracesTest::told)).contains("[CIRCULAR REFERENCE: ");
    }

    @Test
    void oneThatPrintsItselfDoesSo() throws Exception {
        var own =
                ofCell(
                        new RuntimeException("ours") {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public void printStackTrace(PrintWriter writer) {
                                writer.print("as I like");
                            }

                            @Override
                            public void printStackTrace(PrintStream stream) {
                                stream.print("as I like");
                            }
                        });
        assertThat(printed(own, TracesTest::told)).isEqualTo("as I like");
    }

    @Test
    void oneWithoutTextOrStackIsNamedInTheTraceOfItsThread() {
        var mute =
                new IllegalStateException("never said") {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public StackTraceElement[] getStackTrace() {
                        return new StackTraceElement[] {null};
                    }

                    @Override
                    public String toString() {
                        throw new UnsupportedOperationException("no text");
                    }
                };
        var err = System.err;
        var bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            Traces.print("Exception in thread \"own\" ", mute);
        } finally {
            System.setErr(err);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("Exception in thread \"own\" " + mute.getClass().getName());
    }
}
