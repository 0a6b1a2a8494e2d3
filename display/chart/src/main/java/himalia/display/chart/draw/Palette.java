package himalia.display.chart.draw;

import java.util.Arrays;
import java.util.Optional;

/**
 * A picture of at most 256 colours: one byte for each pixel, and what the bytes stand for.
 *
 * @param places the colour of each pixel
 * @param colours the colours
 * @param size how many there are
 */
record Palette(byte[] places, int[] colours, int size) {
    private static final int SLOTS = 1024;

    /** Returns the palette of a picture, nothing if it has too many colours. */
    static Optional<Palette> of(int[] pixels) {
        var places = new byte[pixels.length];
        var colours = new int[256];
        var slots = new int[SLOTS];
        var slotPlaces = new int[SLOTS];
        Arrays.fill(slotPlaces, -1);
        var size = 0;
        var last = pixels[0];
        byte lastPlace = 0;
        colours[size++] = last;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != last) {
                last = pixels[i];
                var slot = (last * 0x9e3779b9) >>> 22;
                while (slotPlaces[slot] >= 0 && slots[slot] != last) {
                    slot = slot + 1 & SLOTS - 1;
                }
                if (slotPlaces[slot] < 0) {
                    if (size == colours.length) {
                        return Optional.empty();
                    }
                    slots[slot] = last;
                    slotPlaces[slot] = size;
                    colours[size++] = last;
                }
                lastPlace = (byte) slotPlaces[slot];
            }
            places[i] = lastPlace;
        }
        return Optional.of(new Palette(places, colours, size));
    }

    byte[] table() {
        var table = new byte[3 * size];
        for (int i = 0; i < size; i++) {
            table[3 * i] = (byte) (colours[i] >> 16);
            table[3 * i + 1] = (byte) (colours[i] >> 8);
            table[3 * i + 2] = (byte) colours[i];
        }
        return table;
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("palettes are never compared");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("palettes are never compared");
    }
}
