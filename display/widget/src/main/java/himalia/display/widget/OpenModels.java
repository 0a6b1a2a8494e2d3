package himalia.display.widget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models that pages know, oldest first: a page that is loaded again asks for all of them. */
final class OpenModels {
    private static final Map<String, WidgetModel> MODELS = new LinkedHashMap<>();

    private OpenModels() {}

    static void add(WidgetModel model) {
        synchronized (MODELS) {
            MODELS.put(model.id(), model);
        }
    }

    static void remove(WidgetModel model) {
        synchronized (MODELS) {
            MODELS.remove(model.id());
        }
    }

    static List<WidgetModel> all() {
        synchronized (MODELS) {
            return new ArrayList<>(MODELS.values());
        }
    }
}
