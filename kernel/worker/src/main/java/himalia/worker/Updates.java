package himalia.worker;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * What takes the place of something shown. A loop may change a display as often as it likes: front ends drop the output of
 * who sends a thousand messages a second.
 */
final class Updates {
    private final Map<Place, DisplayThrottle> places = new ConcurrentHashMap<>();
    private final BiConsumer<String, MimeBundle> update;

    /**
     * @param update replaces what is shown under an id
     */
    Updates(BiConsumer<String, MimeBundle> update) {
        this.update = update;
    }

    void show(String id, MimeBundle bundle) {
        var place = new Place(CellScope.current(), id);
        var latest = places.computeIfAbsent(place, this::begun);
        while (!latest.show(bundle)) {
            // Its run ended this moment, before a thread of it did: that one shows in a place anew.
            places.remove(place, latest);
            latest = places.computeIfAbsent(place, this::begun);
        }
    }

    /** Sends what waits for a place, before another thing is shown under the same id. */
    void settle(String id) {
        var latest = places.get(new Place(CellScope.current(), id));
        if (latest != null) {
            latest.send();
        }
    }

    /** Sends what waits anywhere. */
    void settle() {
        places.values().forEach(DisplayThrottle::send);
    }

    private DisplayThrottle begun(Place place) {
        var latest =
                new DisplayThrottle(
                        bundle -> update.accept(place.id(), bundle), () -> places.remove(place));
        Display.track(latest);
        return latest;
    }

    private record Place(long cell, String id) {}
}
