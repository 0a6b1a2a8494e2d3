package himalia.sampling;

/**
 * How far rows of categories are apart: the square, summed over columns, of how differently their categories go with the
 * classes.
 *
 * @param shares by column and category, the share of each class
 */
record ValueDifference(Categories categories, double[][][] shares) {
    static ValueDifference of(Categories categories, Classes classes) {
        var shares = new double[categories.codes().length][][];
        for (var column = 0; column < shares.length; column++) {
            var codes = categories.codes()[column];
            var ofColumn = new double[categories.rows()[column].length][classes.names().size()];
            var counts = new int[ofColumn.length];
            for (var row = 0; row < codes.length; row++) {
                ofColumn[codes[row]][classes.codes()[row]]++;
                counts[codes[row]]++;
            }
            for (var category = 0; category < counts.length; category++) {
                for (var code = 0; code < classes.names().size(); code++) {
                    ofColumn[category][code] /= Math.max(1, counts[category]);
                }
            }
            shares[column] = ofColumn;
        }
        return new ValueDifference(categories, shares);
    }

    double between(int one, int other) {
        var sum = 0.0;
        for (var column = 0; column < shares.length; column++) {
            var codes = categories.codes()[column];
            var a = shares[column][codes[one]];
            var b = shares[column][codes[other]];
            var difference = 0.0;
            for (var code = 0; code < a.length; code++) {
                difference += Math.abs(a[code] - b[code]);
            }
            sum += difference * difference;
        }
        return sum;
    }
}
