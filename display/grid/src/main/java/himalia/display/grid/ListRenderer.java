package himalia.display.grid;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.PlainText;
import himalia.display.bundle.Renderer;
import java.util.List;

/** Shows a list of records or maps as a table, any other list, and one with a toString of its own, as text. */
@SuppressWarnings(
        "rawtypes") // a renderer is found by its class, and classes know no type arguments
public final class ListRenderer implements Renderer<List> {
    @Override
    public Class<List> type() {
        return List.class;
    }

    @Override
    public MimeBundle render(List list) {
        if (PlainText.hasOwnText(list)) {
            return MimeBundle.plain(PlainText.of(list));
        }
        return Lists.source(list)
                .map(source -> Grid.of(source).bundle())
                .or(() -> Stacked.of(list))
                .orElseGet(() -> MimeBundle.plain(PlainText.of(list)));
    }
}
