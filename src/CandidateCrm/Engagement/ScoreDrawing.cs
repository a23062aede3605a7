using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Engagement;

/// <summary>Draws a score through time: how it decays, its touchpoints, and its bands with the thresholds by which they are entered and left.</summary>
public static class ScoreDrawing
{
    private const int Samples = 240;
    private const decimal Left = 56;
    private const decimal Top = 36;
    private const decimal Width = 640;
    private const decimal Height = 220;
    private const decimal Strip = 18;
    private static readonly string[] Colours = ["#94a3b8", "#f59e0b", "#dc2626", "#7c3aed", "#0d9488"];

    /// <summary>
    /// Returns an SVG image of 720 by 330 units: the score as a curve, a dot for each touchpoint that counts, for each band above the lowest a full line where it is entered and a dashed one where
    /// it is left, and beneath them the band as a relationship has it. The same arguments give the same text.
    /// </summary>
    /// <param name="engine">The engine.</param>
    /// <param name="touches">The touchpoints; those before the period count, those after it are ignored.</param>
    /// <param name="from">The start of the period.</param>
    /// <param name="to">Its end, later than its start.</param>
    /// <exception cref="ArgumentException">The period has no length, or one id has two contents.</exception>
    public static string ToSvg(ScoreEngine engine, IEnumerable<Touch> touches, Instant from, Instant to)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(touches);
        if (to <= from)
        {
            throw new ArgumentException("A period that is drawn ends after it starts.", nameof(to));
        }

        var course = ScoreCourse.Of(engine, touches, from, to, Samples);
        var bands = engine.Model.Bands;
        var highest = course.Points.Select(point => point.Score).Concat(bands.Select(band => band.Enter ?? 0)).Append(1m).Max();
        var lowest = course.Points.Select(point => point.Score).Concat(bands.Select(band => band.Exit ?? band.Enter ?? 0)).Append(0m).Min();
        var view = new View(from, to, lowest, highest + ((highest - lowest) / 20));
        var svg = new StringBuilder();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 330\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"  <title>The score {engine.Model.Key} from {Date(from)} to {Date(to)}</title>\n");
        svg.Append("  <rect width=\"720\" height=\"330\" fill=\"#ffffff\"/>\n");
        DrawAxes(svg, view);
        DrawThresholds(svg, bands, view);
        svg.Append(CultureInfo.InvariantCulture, $"  <polyline fill=\"none\" stroke=\"#1d4ed8\" stroke-width=\"2\" points=\"{string.Join(' ', course.Points.Select(point => view.Place(point.At, point.Score)))}\"/>\n");
        foreach (var (at, score) in course.Touched)
        {
            svg.Append(CultureInfo.InvariantCulture, $"  <circle cx=\"{Number(view.X(at))}\" cy=\"{Number(view.Y(score))}\" r=\"3\" fill=\"#1d4ed8\"/>\n");
        }

        DrawBands(svg, bands, course, view);
        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawAxes(StringBuilder svg, View view)
    {
        svg.Append(CultureInfo.InvariantCulture, $"  <path d=\"M{Number(Left)} {Number(Top)}V{Number(Top + Height)}H{Number(Left + Width)}\" fill=\"none\" stroke=\"#334155\"/>\n");
        for (var part = 0; part <= 4; part++)
        {
            var at = view.From + ((view.To - view.From) * part / 4);
            var anchor = part switch { 0 => "start", 4 => "end", _ => "middle" };
            svg.Append(CultureInfo.InvariantCulture, $"  <text x=\"{Number(view.X(at))}\" y=\"{Number(Top + Height + 16)}\" text-anchor=\"{anchor}\" fill=\"#334155\">{Date(at)}</text>\n");
        }
    }

    private static void DrawThresholds(StringBuilder svg, IReadOnlyList<Band> bands, View view)
    {
        for (var index = 1; index < bands.Count; index++)
        {
            var colour = Colours[index % Colours.Length];
            var enter = bands[index].Enter!.Value;
            var exit = bands[index].Exit ?? enter;
            Line(svg, view, enter, colour, "");
            Label(svg, view, enter, colour, enter);
            if (exit != enter)
            {
                Line(svg, view, exit, colour, " stroke-dasharray=\"5 4\"");
                Label(svg, view, exit, colour, exit);
            }
        }
    }

    private static void Line(StringBuilder svg, View view, decimal score, string colour, string dashes) =>
        svg.Append(CultureInfo.InvariantCulture, $"  <path d=\"M{Number(Left)} {Number(view.Y(score))}H{Number(Left + Width)}\" stroke=\"{colour}\"{dashes}/>\n");

    private static void Label(StringBuilder svg, View view, decimal score, string colour, decimal value) =>
        svg.Append(CultureInfo.InvariantCulture, $"  <text x=\"{Number(Left - 6)}\" y=\"{Number(view.Y(score) + 4)}\" text-anchor=\"end\" fill=\"{colour}\">{value.ToString("0.##", CultureInfo.InvariantCulture)}</text>\n");

    private static void DrawBands(StringBuilder svg, IReadOnlyList<Band> bands, ScoreCourse course, View view)
    {
        var y = Top + Height + 28;
        foreach (var stay in course.Stays)
        {
            svg.Append(CultureInfo.InvariantCulture, $"  <rect x=\"{Number(view.X(stay.From))}\" y=\"{Number(y)}\" width=\"{Number(view.X(stay.To) - view.X(stay.From))}\" height=\"{Number(Strip)}\" fill=\"{Colours[stay.Band % Colours.Length]}\"/>\n");
        }

        for (var index = 0; index < bands.Count; index++)
        {
            var x = Left + (index * 120);
            svg.Append(CultureInfo.InvariantCulture, $"  <rect x=\"{Number(x)}\" y=\"{Number(y + Strip + 10)}\" width=\"10\" height=\"10\" fill=\"{Colours[index % Colours.Length]}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"  <text x=\"{Number(x + 15)}\" y=\"{Number(y + Strip + 19)}\" fill=\"#334155\">{bands[index].Key}</text>\n");
        }
    }

    private static string Date(Instant at) => InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd").Format(at);

    private static string Number(decimal value) => decimal.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private sealed record View(Instant From, Instant To, decimal Lowest, decimal Highest)
    {
        internal decimal X(Instant at) => Left + (Width * (decimal)(ElapsedTime.NanosOf(at) - ElapsedTime.NanosOf(From)) / (decimal)(ElapsedTime.NanosOf(To) - ElapsedTime.NanosOf(From)));

        internal decimal Y(decimal score) => Top + Height - (Height * (score - Lowest) / (Highest - Lowest));

        internal string Place(Instant at, decimal score) => $"{Number(X(at))},{Number(Y(score))}";
    }
}
