namespace CandidateCrm.Calendars;

/// <summary>The oracle for calendars upon each other: every layer is painted by itself, and every step is asked what the layers say of it.</summary>
internal sealed class PaintedLayers
{
    private readonly LayeredCase _sample;
    private readonly PaintedLine[] _lines;
    private readonly Dictionary<(int Layer, LocalDate Date), bool[]> _alone = [];
    private readonly Dictionary<int, bool[]> _open = [];

    public PaintedLayers(LayeredCase sample)
    {
        _sample = sample;
        _lines = [.. sample.Layers.Select(layer => new PaintedLine(layer, sample.Around.PlusDays(-CalendarCases.Days / 2).AtMidnight().InUtc().ToInstant(), Duration.FromMinutes(1), CalendarCases.Days * 24 * 60))];
    }

    public PaintedLine Line => _lines[0];

    public IEnumerable<LocalDate> Dates => Enumerable.Range(-CalendarCases.Days, 2 * CalendarCases.Days).Select(days => _sample.Around.PlusDays(days));

    public bool[] Open() => Open(_lines.Length - 1);

    public bool[] Alone(int layer, LocalDate date) => _alone.TryGetValue((layer, date), out var known) ? known : _alone[(layer, date)] = Paint(layer, date);

    private bool[] Open(int layer)
    {
        if (_open.TryGetValue(layer, out var known))
        {
            return known;
        }

        var open = new bool[Line.Steps];
        foreach (var date in Dates)
        {
            var alone = Alone(layer, date);
            for (var step = 0; step < open.Length; step++)
            {
                open[step] |= alone[step];
            }
        }

        return _open[layer] = open;
    }

    private bool[] Paint(int layer, LocalDate date)
    {
        var own = _lines[layer].Alone(date);
        if (layer == 0)
        {
            return own;
        }

        if (_sample.Layers[layer].Base!.How == CalendarLayering.Within)
        {
            var beneath = Open(layer - 1);
            return [.. own.Select((isOpen, step) => isOpen && beneath[step])];
        }

        if (Speaks(layer, date))
        {
            return own;
        }

        var hasWeek = Enumerable.Range(1, 7).Any(day => !_sample.Layers[layer].WeeklyHours((IsoDayOfWeek)day).IsEmpty);
        return hasWeek && !Enumerable.Range(0, layer).Any(lower => Speaks(lower, date))
            ? [.. own.Select((isOpen, step) => isOpen && !Enumerable.Range(0, layer).Any(lower => _lines[lower].IsShut(step)))]
            : [.. Alone(layer - 1, date).Select((isOpen, step) => isOpen && !_lines[layer].IsShut(step))];
    }

    private bool Speaks(int layer, LocalDate date) =>
        _sample.Layers[layer].Overrides.Any(entry => entry.Date == date) || _sample.Layers[layer].Closures.Any(closure => closure.Part is null && closure.Date == date);
}
