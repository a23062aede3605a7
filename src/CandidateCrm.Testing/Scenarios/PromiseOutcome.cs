using CandidateCrm.Charter;
using NodaTime;

namespace CandidateCrm.Testing;

/// <summary>What became of one promise in a scenario. Each question returns the scenario, so that another step can follow.</summary>
public sealed class PromiseOutcome
{
    private readonly Scenario _scenario;
    private readonly string _name;
    private readonly PromiseOpened? _opened;
    private readonly bool _isAmbiguous;

    internal PromiseOutcome(Scenario scenario, ExpectationKey expectation, string? about)
    {
        _scenario = scenario;
        _name = about is null ? $"promise {expectation}" : $"promise {expectation} about {about}";
        var opened = scenario.Followed.Select(f => f.Entry).OfType<PromiseOpened>()
            .Where(o => o.Promise.Expectation == expectation && (about is null || string.Equals(o.Promise.Subject, about, StringComparison.Ordinal)))
            .ToArray();
        _opened = opened.LastOrDefault();
        _isAmbiguous = opened.DistinctBy(o => o.Promise.Subject, StringComparer.Ordinal).Count() > 1;
    }

    /// <summary>Says that its time is running.</summary>
    public Scenario IsOpen() => Is("open");

    /// <summary>Says that it was kept at or before its due time.</summary>
    public Scenario IsKept() => Is("kept");

    /// <summary>Says that its due time passed and that it was not fulfilled since.</summary>
    public Scenario IsBroken() => Is("broken");

    /// <summary>Says that it was fulfilled after its due time.</summary>
    public Scenario IsFulfilledLate() => Is("fulfilled late");

    /// <summary>Says that it ended without a verdict, because what it was about ended.</summary>
    public Scenario IsVoid() => Is("void");

    /// <summary>Says that it was never opened.</summary>
    public Scenario WasNeverOpened() => _scenario.Expect(_opened is null, $"{_name} never to be opened", $"opened, and {State()}");

    /// <summary>Says when it is or was due: ISO 8601 with an offset or Z.</summary>
    public Scenario IsDueAt(string instant) => IsDueAt(InstantReader.Read(instant));

    /// <summary>Says when it is or was due.</summary>
    public Scenario IsDueAt(Instant instant)
    {
        var due = Only()?.DueAt;
        return _scenario.Expect(due == instant, $"{_name} to be due at {StateText.At(instant)}", due is null ? "never opened" : $"due at {StateText.At(due)}");
    }

    private Scenario Is(string state)
    {
        Only();
        return _scenario.Expect(string.Equals(State(), state, StringComparison.Ordinal), $"{_name} to be {state}", State());
    }

    private PromiseOpened? Only()
    {
        _scenario.Expect(!_isAmbiguous, $"one subject of {_name}", "several; say about which application");
        return _opened;
    }

    /// <summary>The last word on it: a broken promise may be fulfilled late afterwards.</summary>
    private string State()
    {
        if (_opened is null)
        {
            return "never opened";
        }

        var state = "open";
        foreach (var followed in _scenario.Followed)
        {
            state = followed.Entry switch
            {
                PromiseKept kept when kept.Promise == _opened.Promise => "kept",
                PromiseBroken broken when broken.Promise == _opened.Promise => "broken",
                PromiseFulfilledLate late when late.Promise == _opened.Promise => "fulfilled late",
                PromiseVoided ended when ended.Promise == _opened.Promise => "void",
                _ => state,
            };
        }

        return state;
    }
}
