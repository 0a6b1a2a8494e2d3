package himalia.storage;

/** What a column of a JSON file holds, as far as its rows have told. */
final class JsonColumn {
    private boolean truths;
    private boolean numbers;
    private boolean texts;
    private boolean nested;

    private boolean whole = true;
    private boolean longs = true;
    private boolean kept = true;

    private boolean days = true;
    private boolean clocks = true;
    private boolean moments = true;
    private boolean instants = true;
    private boolean cut;

    /** Looks at one value. */
    void add(byte kind, byte[] bytes, int from, int to) {
        switch (kind) {
            case JsonBytes.TRUTH -> truths = true;
            case JsonBytes.NESTED -> nested = true;
            case JsonBytes.NUMBER -> {
                numbers = true;
                number(bytes, from, to);
            }
            case JsonBytes.TEXT -> {
                texts = true;
                if (days || clocks || moments || instants) {
                    text(bytes, from + 1, to - 1);
                }
            }
            default -> {
                // It is missing.
            }
        }
    }

    /** Knows what another has seen too. */
    void add(JsonColumn other) {
        truths |= other.truths;
        numbers |= other.numbers;
        texts |= other.texts;
        nested |= other.nested;
        whole &= other.whole;
        longs &= other.longs;
        kept &= other.kept;
        days &= other.days;
        clocks &= other.clocks;
        moments &= other.moments;
        instants &= other.instants;
        cut |= other.cut;
    }

    private void number(byte[] bytes, int from, int to) {
        boolean isWhole = JsonNumber.isWhole(bytes, from, to);
        whole &= isWhole;
        longs = longs && whole && JsonNumber.isLong(bytes, from, to);
        kept = kept && JsonNumber.isKept(bytes, from, to);
    }

    private void text(byte[] bytes, int from, int to) {
        long moment = moments ? IsoTimes.moment(bytes, from, to) : IsoTimes.NONE;
        days = days && IsoTimes.day(bytes, from, to) != IsoTimes.NONE;
        moments = moment != IsoTimes.NONE;
        long clock = clocks ? IsoTimes.clock(bytes, from, to) : IsoTimes.NONE;
        clocks = clock != IsoTimes.NONE;
        long instant = instants ? IsoTimes.instant(bytes, from, to) : IsoTimes.NONE;
        instants = instant != IsoTimes.NONE;
        long time = moments ? moment : clocks ? clock : instants ? instant : 0;
        cut |= time % 1_000 != 0;
    }

    /**
     * Returns the type that all values have.
     *
     * @param isTable whether it is for a table, whose times end with milliseconds, and which knows no JSON
     */
    JsonType type(boolean isTable) {
        int sorts = (truths ? 1 : 0) + (numbers ? 1 : 0) + (texts ? 1 : 0) + (nested ? 1 : 0);
        if (sorts == 0) {
            return JsonType.TEXT;
        }
        if (sorts > 1 || nested) {
            return isTable ? JsonType.TEXT : JsonType.JSON;
        }
        if (truths) {
            return JsonType.TRUTH;
        }
        return numbers ? number() : text(isTable);
    }

    private JsonType number() {
        if (whole) {
            return longs ? JsonType.WHOLE : JsonType.TEXT;
        }
        return kept ? JsonType.REAL : JsonType.TEXT;
    }

    private JsonType text(boolean isTable) {
        if (days) {
            return JsonType.DAY;
        }
        if (isTable && cut) {
            return JsonType.TEXT;
        }
        return moments
                ? JsonType.MOMENT
                : clocks ? JsonType.CLOCK : instants ? JsonType.INSTANT : JsonType.TEXT;
    }
}
