package himalia.display.chart.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text is in our font, known without AWT: so a layout is the same for pixels and for SVG, on any machine.
 */
final class TextWidth {
    private static final int FIRST = ' ';

    /** Thousandths of the font's size, from the space on. */
    private static final int[] REGULAR = {
        281, 278, 403, 631, 638, 813, 639, 222, 362, 362, 500, 659, 280, 460, 276, 357, 625, 464,
        605, 636, 642, 608, 624, 571, 616, 624, 276, 280, 659, 659, 659, 507, 936, 676, 651, 727,
        719, 598, 587, 743, 740, 264, 543, 652, 563, 889, 753, 761, 635, 761, 639, 638, 642, 741,
        676, 949, 642, 665, 625, 362, 357, 362, 469, 452, 497, 564, 621, 558, 621, 582, 361, 609,
        591, 237, 237, 544, 237, 869, 585, 597, 609, 609, 372, 523, 364, 581, 557, 813, 540, 557,
        541, 362, 327, 362, 659
    };

    private static final int[] SEMI_BOLD = {
        248, 309, 396, 643, 649, 844, 663, 213, 393, 393, 543, 673, 295, 466, 290, 379, 667, 481,
        621, 652, 666, 632, 648, 587, 646, 648, 290, 295, 673, 673, 673, 544, 999, 724, 657, 744,
        724, 608, 586, 755, 744, 275, 561, 677, 566, 906, 741, 775, 643, 776, 651, 649, 660, 734,
        724, 1007, 690, 705, 653, 393, 379, 393, 481, 468, 497, 575, 630, 577, 630, 593, 377, 625,
        613, 261, 261, 569, 261, 898, 610, 608, 625, 625, 397, 549, 380, 608, 576, 837, 563, 576,
        562, 393, 358, 393, 673
    };

    private static final int OTHER = 620;
    private static final int WIDE = 1000;

    private TextWidth() {}

    static double of(String text, double size, boolean bold) {
        var widths = bold ? SEMI_BOLD : REGULAR;
        var sum = text.codePoints().mapToLong(c -> width(c, widths)).sum();
        return sum * size / 1000;
    }

    private static int width(int codePoint, int[] widths) {
        var place = codePoint - FIRST;
        return place >= 0 && place < widths.length
                ? widths[place]
                : codePoint >= 0x1100 ? wide(codePoint) : OTHER;
    }

    private static int wide(int codePoint) {
        return codePoint < 0x1200 || codePoint > 0x2e7f ? WIDE : OTHER;
    }

    /**
     * Returns the text in lines that end at blanks, or inside a word that no line holds; the last of {@code count} is cut if it
     * is wider than allowed.
     */
    static List<String> lines(String text, double size, double most, int count) {
        var lines = new ArrayList<String>();
        var rest = text.strip();
        while (!rest.isEmpty() && lines.size() < count - 1 && of(rest, size, false) > most) {
            int end = rest.lastIndexOf(' ');
            while (end > 0 && of(rest.substring(0, end), size, false) > most) {
                end = rest.lastIndexOf(' ', end - 1);
            }
            end = end > 0 ? end : fitting(rest, size, most);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(cut(rest, size, false, most));
        }
        return lines;
    }

    /** Returns where the beginning of a word ends that is not wider than allowed; it has one character at least. */
    private static int fitting(String word, double size, double most) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (of(word.substring(0, next), size, false) > most) {
                break;
            }
            end = next;
        }
        return end;
    }

    /** Returns the text, or its beginning and {@code …} if it is wider than allowed. */
    static String cut(String text, double size, boolean bold, double most) {
        if (of(text, size, bold) <= most) {
            return text;
        }
        var end = text.length();
        while (end > 0 && of(text.substring(0, end) + "…", size, bold) > most) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
