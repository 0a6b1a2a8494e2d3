package himalia.client;

import static himalia.client.RealKernel.of;
import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is shown while a cell runs, as the page meets it on the wire. */
@Timeout(240)
class DisplaysTest {
    private static RealKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = RealKernel.start();
    }

    @AfterAll
    static void end() {
        kernel.close();
    }

    private static List<Message> run(String code) throws Exception {
        return kernel.tell(
                "execute_request",
                Map.of("code", code, "silent", false, "store_history", true, "allow_stdin", false));
    }

    private static String text(Message message) {
        return message.fields().fields("data").text("text/plain");
    }

    @Test
    void moreDisplaysThanAPageUnfoldsAreAllThere() throws Exception {
        var published = run("for (int i = 1; i <= 60; i++) display(i);");

        assertThat(of("display_data", published))
                .extracting(DisplaysTest::text)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 60).mapToObj(Integer::toString).toList());
    }

    @Test
    void aLoopThatUpdatesADisplaySendsWhatAPageCanDrawAndTheLastOne() throws Exception {
        var published = run("var d = display(0);\nfor (int i = 1; i <= 20_000; i++) d.update(i);");

        var updates = of("update_display_data", published);
        assertThat(updates).hasSizeBetween(1, 600);
        assertThat(text(updates.get(updates.size() - 1))).isEqualTo("20000");
    }

    @Test
    void aThreadThatOutlivesItsCellStillUpdatesItsDisplay() throws Exception {
        kernel.run(
                "var shown = display(\"begun\");\n"
                        + "var gate = new java.util.concurrent.CountDownLatch(1);\n"
                        + "new Thread(() -> {\n"
                        + "    try { gate.await(); } catch (InterruptedException e) { return; }\n"
                        + "    for (int i = 1; i <= 1_000; i++) shown.update(\"later \" + i);\n"
                        + "}).start();");
        kernel.run("gate.countDown();");

        var last = "";
        while (!last.equals("later 1000")) {
            var late = kernel.client().unclaimed(Duration.ofSeconds(20)).orElseThrow();
            last = late.type().equals("update_display_data") ? text(late) : last;
        }
        assertThat(last).isEqualTo("later 1000");
    }

    @Test
    void whatIsShownAgainUnderItsNameComesAfterItsUpdates() throws Exception {
        var published =
                run(
                        "displayWithId(\"a\", 1); updateDisplay(\"a\", 2); displayWithId(\"a\", 3); updateDisplay(\"a\", 4);");

        assertThat(
                        published.stream()
                                .filter(message -> message.type().contains("display_data"))
                                .map(message -> message.type() + " " + text(message)))
                .containsExactly(
                        "display_data 1",
                        "update_display_data 2",
                        "display_data 3",
                        "update_display_data 4");
    }

    @Test
    void ofThousandsOfDisplaysAThousandAndTheLastStay() throws Exception {
        var published = run("for (int i = 1; i <= 3_000; i++) display(\"line \" + i);");

        var shown = of("display_data", published);
        assertThat(shown).hasSize(1_002);
        assertThat(text(shown.get(999))).isEqualTo("line 1000");
        assertThat(text(shown.get(1_000)))
                .isEqualTo(
                        "This cell has shown 1,000 things. From here on each takes the place of the one before,"
                                + " so that the notebook can still be opened;\nthe last one stays."
                                + " To show something that changes, use one display: var d = display(x);"
                                + " d.update(y);");
        var updates = of("update_display_data", published);
        assertThat(text(updates.get(updates.size() - 1))).isEqualTo("line 3000");
        assertThat(of("display_data", run("display(\"next cell\");"))).hasSize(1);
    }

    @Test
    void theLastOfTooManyDisplaysCanStillBeUpdated() throws Exception {
        var published =
                run(
                        "DisplayHandle last = null;\n"
                                + "for (int i = 1; i <= 1_100; i++) last = display(\"line \" + i);\n"
                                + "last.update(\"done\");");

        var updates = of("update_display_data", published);
        assertThat(text(updates.get(updates.size() - 1))).isEqualTo("done");
    }

    @Test
    void longWorkOfALibraryIsShownInItsCellAndEndsInOneLine() throws Exception {
        var published =
                run(
                        "try (var work = Progress.whenLong(\"steps\", 3)) {\n"
                                + "    work.advance(1);\n"
                                + "    while (!work.isShown()) { Thread.onSpinWait(); }\n"
                                + "    work.advance(2);\n"
                                + "}");

        assertThat(of("display_data", published))
                .singleElement()
                .satisfies(shown -> assertThat(text(shown)).contains("1 of 3 steps"));
        var updates = of("update_display_data", published);
        assertThat(text(updates.get(updates.size() - 1))).matches("3 steps in [0-9.]+ s");
    }

    @Test
    void shortWorkOfALibraryShowsNothing() throws Exception {
        var published =
                run("try (var work = Progress.whenLong(\"steps\", 1)) { work.advance(1); }");

        assertThat(of("display_data", published)).isEmpty();
        assertThat(of("update_display_data", published)).isEmpty();
    }

    @Test
    void whatCanBeReadOnceOnlyIsReadWhereNoVariableHoldsIt() throws Exception {
        kernel.run(
                "class Once {}\n"
                        + "Display.renderers().register(new himalia.display.bundle.ReadingRenderer<Once>() {\n"
                        + "    public Class<Once> type() { return Once.class; }\n"
                        + "    public MimeBundle render(Once value) { return MimeBundle.plain(\"held\"); }\n"
                        + "    public MimeBundle renderByReading(Once value) { return MimeBundle.plain(\"read\"); }\n"
                        + "});");

        assertThat(kernel.run("new Once()").text()).isEqualTo("read");
        assertThat(kernel.run("$").text()).isEqualTo("read");
        assertThat(kernel.run("var kept = new Once();\nkept").text()).isEqualTo("held");
        assertThat(kernel.run("(Object) kept").text()).isEqualTo("held");
        assertThat(text(of("display_data", run("display(new Once());")).get(0))).isEqualTo("held");
    }

    @Test
    void aValueThatIsDrawnWhenItsCellIsInterruptedIsShownAsText() throws Exception {
        for (var work :
                List.of(
                        "Thread.sleep(60_000);",
                        "while (true) {}",
                        "new java.util.concurrent.Semaphore(0).acquireUninterruptibly();")) {
            kernel.run(
                    "class Slow { public String toString() { return \"a slow thing\"; } }\n"
                            + "boolean draws = true;\n"
                            + "Display.renderers().register(Slow.class, slow -> {\n"
                            + "    System.out.println(\"drawing\");\n"
                            + "    try { if (draws) { "
                            + work
                            + " } } catch (Exception e) { throw new IllegalStateException(e); }\n"
                            + "    return MimeBundle.plain(\"drawn\");\n"
                            + "});");

            var published = interruptedWhenItPrints("var slow = new Slow();\nslow");

            assertThat(of("execute_result", published)).isEmpty();
            assertThat(of("display_data", published))
                    .singleElement()
                    .satisfies(
                            shown ->
                                    assertThat(text(shown))
                                            .isEqualTo(
                                                    "a slow thing\n[interrupted before its picture was drawn]"));
            assertThat(of("error", published))
                    .singleElement()
                    .satisfies(
                            error ->
                                    assertThat(error.content())
                                            .containsEntry("ename", "Interrupted"));
            assertThat(kernel.run("draws = false;\nslow").text()).isEqualTo("drawn");
        }
    }

    @Test
    void aTextThatIsWrittenWhenItsCellIsInterruptedIsNotBegunAgain() throws Exception {
        kernel.run(
                """
                int begun = 0;
                class Endless { public String toString() { begun++; System.out.println("writing"); while (true) {} } }""");

        var published = interruptedWhenItPrints("new Endless()");

        assertThat(of("execute_result", published)).isEmpty();
        assertThat(of("display_data", published)).isEmpty();
        assertThat(kernel.run("begun").text()).isEqualTo("1");
    }

    private static List<Message> interruptedWhenItPrints(String code) throws Exception {
        var request =
                Map.<String, Object>of(
                        "code", code, "silent", false, "store_history", true, "allow_stdin", false);
        var published = new ArrayList<Message>();
        try (var cell = kernel.client().send(Channel.SHELL, "execute_request", request)) {
            while (true) {
                var event = cell.next(Duration.ofSeconds(30)).orElseThrow();
                if (event instanceof Event.Published output) {
                    published.add(output.message());
                    if (output.message().type().equals("stream")) {
                        kernel.client().interrupt();
                    } else if ("idle".equals(output.message().content().get("execution_state"))) {
                        return published;
                    }
                }
            }
        }
    }
}
