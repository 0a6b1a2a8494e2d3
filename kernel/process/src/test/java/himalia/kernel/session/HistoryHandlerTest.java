package himalia.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.kernel.magic.CellRewriter;
import himalia.kernel.magic.Magics;
import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.content.HistoryReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryHandlerTest {
    private final History history = new History(HistoryFile.none());
    private final Magics magics = new Magics(List::of);
    private final HistoryHandler handler =
            new HistoryHandler(history, new CellRewriter(magics, name -> false));

    private List<String> ask(Map<String, Object> content) {
        var replies = new ArrayList<Content>();
        var publisher =
                new Publisher() {
                    @Override
                    public void publish(Map<String, Object> parent, Content what) {
                        publish(parent, what, Map.of(), List.of());
                    }

                    @Override
                    public void publish(
                            Map<String, Object> parent,
                            Content what,
                            Map<String, Object> metadata,
                            List<byte[]> buffers) {
                        throw new AssertionError("history is for the one who asked");
                    }

                    @Override
                    public void reply(Request request, Content what) {
                        replies.add(what);
                    }

                    @Override
                    public Message ask(Message request, Content question) {
                        throw new AssertionError("nobody is asked");
                    }
                };
        var message = new Message(List.of(), Map.of(), Map.of(), Map.of(), content, List.of());
        handler.handle(new Request(message, false, publisher));
        assertThat(replies).hasSize(1);
        return ((HistoryReply) replies.get(0))
                .history().stream().map(HistoryReply.Entry::input).toList();
    }

    @Test
    void anAccessThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> ask(Map.of("hist_access_type", "bogus")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hist_access_type is range, tail or search, not 'bogus'");
    }

    private List<String> search(String pattern) {
        return ask(Map.of("hist_access_type", "search", "pattern", pattern, "n", 10));
    }

    @Test
    void aGlobIsMatchedAgainstTheWholeCell() {
        history.add(1, "int a = 1;\nint b;");
        history.add(2, "list[0] = 'x';");
        history.add(3, "a.b(c)");
        assertThat(search("int*")).containsExactly("int a = 1;\nint b;");
        assertThat(search("int")).isEmpty();
        assertThat(search("?.b(c)")).containsExactly("a.b(c)");
        assertThat(search("[a-c].b(c)")).containsExactly("a.b(c)");
        assertThat(search("list[[]0]*")).containsExactly("list[0] = 'x';");
        assertThat(search("list[[0*")).isEmpty();
        assertThat(search("*")).hasSize(3);
    }

    @Test
    void whatIsNotAskedForInARangeIsLeftOut() {
        for (int i = 1; i <= 5; i++) {
            history.add(i, "cell " + i);
        }
        assertThat(ask(Map.of("hist_access_type", "range", "start", 2, "stop", 4)))
                .containsExactly("cell 2", "cell 3");
        assertThat(ask(Map.of("hist_access_type", "range", "session", 9))).isEmpty();
        assertThat(ask(Map.of("hist_access_type", "tail", "n", 2)))
                .containsExactly("cell 4", "cell 5");
        assertThat(ask(Map.of("hist_access_type", "tail", "n", -2))).isEmpty();
    }

    @Test
    void whatIsNotRawIsToldAsItWasRun() {
        magics.add("shout", false);
        history.add(1, "%shout loud\nint x = 1;");
        history.add(2, "%nobody knows");
        assertThat(ask(Map.of("raw", true)))
                .containsExactly("%shout loud\nint x = 1;", "%nobody knows");
        assertThat(ask(Map.of("raw", false)))
                .containsExactly(
                        "himalia_cells.Call.told(himalia_cells.Call"
                                + ".anyLine(\"shout\", \"loud\"));\nint x = 1;",
                        "%nobody knows");
    }
}
