package himalia.kernel.session;

import java.nio.file.Path;

/** Another kernel, as far as the history is concerned: appends so many cells and ends. */
final class HistoryWriter {
    private HistoryWriter() {}

    public static void main(String[] arguments) {
        var history = new History(new HistoryFile(Path.of(arguments[0])));
        for (int i = 1; i <= Integer.parseInt(arguments[2]); i++) {
            history.add(i, arguments[1] + " é " + i);
        }
        history.session(0);
    }
}
