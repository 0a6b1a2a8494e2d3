package himalia.worker;

import himalia.display.bundle.MimeBundle;

/**
 * The displays of one cell that are too many: each takes the place of the one before, at the pace of live displays, and
 * the last one stays.
 */
final class DisplayLimiter {
    private final DisplayThrottle place;
    private String latestId = "";

    /** The crowd that stands in this place. */
    DisplayLimiter(DisplayThrottle place) {
        this.place = place;
    }

    synchronized void show(MimeBundle bundle, String id) {
        latestId = id;
        place.show(bundle);
    }

    /** Replaces the one that is shown, if it has that id; returns whether it has. */
    synchronized boolean replace(String id, MimeBundle bundle) {
        if (id.isEmpty() || !id.equals(latestId)) {
            return false;
        }
        return place.show(bundle);
    }
}
