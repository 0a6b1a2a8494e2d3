package himalia.worker;

import himalia.display.bundle.CellEnd;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Pace;
import himalia.display.bundle.Unfinished;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The displays of one cell that are too many: each takes the place of the one before, at the pace of live displays, and
 * the last one stays.
 */
final class Crowd implements Unfinished {
    private final Pace pace = new Pace(Pace.LIVE, this::send);
    private final BiConsumer<String, MimeBundle> update;
    private final String place;
    private @Nullable MimeBundle latest;
    private String latestId = "";

    /**
     * The crowd whose one place is the display of that id.
     *
     * @param update replaces what is shown under an id
     */
    Crowd(String place, BiConsumer<String, MimeBundle> update) {
        this.place = place;
        this.update = update;
    }

    synchronized void show(MimeBundle bundle, String id) {
        latest = bundle;
        latestId = id;
        pace.request();
    }

    /** Replaces the one that is shown, if it has that id; returns whether it has. */
    synchronized boolean replace(String id, MimeBundle bundle) {
        if (id.isEmpty() || !id.equals(latestId)) {
            return false;
        }
        show(bundle, id);
        return true;
    }

    private void send() {
        MimeBundle bundle;
        synchronized (this) {
            bundle = latest;
            latest = null;
        }
        if (bundle != null) {
            update.accept(place, bundle);
        }
    }

    @Override
    public void end(CellEnd how) {
        pace.finish();
    }
}
