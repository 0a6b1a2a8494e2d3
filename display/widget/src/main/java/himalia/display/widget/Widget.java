package himalia.display.widget;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;

/**
 * Something that lives in the page and in the cells at the same time: where one end changes it, the other knows.
 *
 * <p>A front end without widgets shows what it looked like when it was displayed.
 */
public interface Widget extends Displayable {
    /** Returns the state that both ends share. */
    WidgetModel model();

    /** Returns how it looks where there are no widgets, as HTML. */
    default String html() {
        return "<div>" + Escape.html(toString()) + "</div>";
    }

    @Override
    default MimeBundle bundle() {
        model().open();
        return MimeBundle.plain(toString()).html(html()).with(WidgetModel.MIME, model().view());
    }

    /** Takes it off the page, for good. */
    default void close() {
        model().close();
    }
}
