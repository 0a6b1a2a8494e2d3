package himalia.sampling;

import java.util.Arrays;

/** The box in which some points lie: the lowest and the highest place of them along each axis. */
final class Box {
    private final float[] low;
    private final float[] high;

    Box(int axes) {
        low = new float[axes];
        high = new float[axes];
        Arrays.fill(low, Float.POSITIVE_INFINITY);
        Arrays.fill(high, Float.NEGATIVE_INFINITY);
    }

    void add(float[] place) {
        for (var j = 0; j < low.length; j++) {
            low[j] = Math.min(low[j], place[j]);
            high[j] = Math.max(high[j], place[j]);
        }
    }

    /** Returns the axis along which it is longest, of the first few; of equals, the first. */
    int longest(int few) {
        var axis = 0;
        for (var j = 1; j < few; j++) {
            if (high[j] - low[j] > high[axis] - low[axis]) {
                axis = j;
            }
        }
        return axis;
    }

    /** The square of the way from a place to it; by fours, since each sum waits for the one before. */
    float distance(float[] place) {
        var a = 0f;
        var b = 0f;
        var c = 0f;
        var d = 0f;
        var j = 0;
        for (; j + 4 <= low.length; j += 4) {
            a += squaredOutside(place[j], j);
            b += squaredOutside(place[j + 1], j + 1);
            c += squaredOutside(place[j + 2], j + 2);
            d += squaredOutside(place[j + 3], j + 3);
        }
        for (; j < low.length; j++) {
            a += squaredOutside(place[j], j);
        }
        return a + b + (c + d);
    }

    /** Without a branch, which nobody could foresee; one of both is below zero. */
    private float squaredOutside(float place, int axis) {
        var below = low[axis] - place;
        var above = place - high[axis];
        var outside = (below + Math.abs(below) + (above + Math.abs(above))) * 0.5f;
        return outside * outside;
    }
}
