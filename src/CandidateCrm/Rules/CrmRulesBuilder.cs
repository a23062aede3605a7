using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;
using CandidateCrm.Talent;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>Writes the rules of a tenant as a sentence. <see cref="Build"/> says every fault at once.</summary>
public sealed class CrmRulesBuilder
{
    private readonly List<RulesFault> _faults = [];
    private CrmRules _rules = new() { Zone = DateTimeZone.Utc };

    /// <summary>Begins with rules that are there already; what was said before is replaced.</summary>
    public CrmRulesBuilder Take(CrmRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        return this;
    }

    /// <summary>Says the tenant's zone by its IANA id; UTC by default.</summary>
    public CrmRulesBuilder In(string zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } found)
        {
            _rules = _rules with { Zone = found };
        }
        else
        {
            _faults.Add(new RulesFault { Code = RulesFaultCodes.ZoneUnknown, Where = "rules", Sentence = $"There is no zone {zone}; use an IANA id such as Europe/Berlin." });
        }

        return this;
    }

    /// <summary>Takes a lifecycle; <see cref="LifecycleDefinition.Default"/> where none is given.</summary>
    public CrmRulesBuilder Lifecycle(LifecycleDefinition? lifecycle = null)
    {
        _rules = _rules with { Lifecycle = lifecycle ?? LifecycleDefinition.Default };
        return this;
    }

    /// <summary>Adds a pipeline. The first one serves applications that name none.</summary>
    /// <param name="key">The key of the pipeline.</param>
    /// <param name="stages">
    /// The stages in order: a key alone, <c>key: name</c>, or either with the kind of the stage in brackets behind it, such as <c>talk: First talk (interview)</c>. What candidates see, who is
    /// ready to be hired, and how somebody is refused follow from the kind; without one it is <see cref="StageCategory.Other"/>.
    /// </param>
    /// <exception cref="ArgumentException">A key is none, or what stands in brackets at the end of a text is no kind of stage.</exception>
    public CrmRulesBuilder Pipeline(string key, params string[] stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        return Pipeline(new PipelineDefinition { Key = PipelineKey.From(key), Stages = [.. stages.Select(StageOf)] });
    }

    /// <summary>Adds a pipeline.</summary>
    public CrmRulesBuilder Pipeline(PipelineDefinition pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        _rules = _rules with { Pipelines = _rules.Pipelines.Add(pipeline) };
        return this;
    }

    /// <summary>Adds a reminder of interviews to the pipeline that was added last.</summary>
    /// <param name="key">The key of the reminder.</param>
    /// <param name="time">When it comes.</param>
    /// <exception cref="InvalidOperationException">No pipeline was added yet.</exception>
    public CrmRulesBuilder Remind(string key, ReminderTime time)
    {
        ArgumentNullException.ThrowIfNull(time);
        if (_rules.Pipelines is not [.., var last])
        {
            throw new InvalidOperationException("A reminder belongs to a pipeline; add that first.");
        }

        var reminder = new InterviewReminder { Key = ReminderKey.From(key), Time = time };
        _rules = _rules with { Pipelines = _rules.Pipelines.SetItem(_rules.Pipelines.Length - 1, last with { Reminders = last.Reminders.Add(reminder) }) };
        return this;
    }

    /// <summary>Says why applications end; what was said before is replaced.</summary>
    public CrmRulesBuilder Dispositions(DispositionTaxonomy dispositions)
    {
        ArgumentNullException.ThrowIfNull(dispositions);
        _rules = _rules with { Dispositions = dispositions };
        return this;
    }

    /// <summary>Takes what candidates see of their applications; <see cref="PublicStatusDefinition.Default"/> where none is given.</summary>
    public CrmRulesBuilder PublicStatus(PublicStatusDefinition? status = null)
    {
        _rules = _rules with { PublicStatus = status ?? PublicStatusDefinition.Default };
        return this;
    }

    /// <summary>Says within how many days a person is refused at most once; 14 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are not 0 to 365.</exception>
    public CrmRulesBuilder RefuseOnceIn(int days)
    {
        _rules = _rules with { Refusals = _rules.Refusals with { WindowDays = days } };
        return this;
    }

    /// <summary>Says how several applications of one person go together when some are refused, and what counts as having told them; what was said before is replaced.</summary>
    public CrmRulesBuilder Refusals(RefusalPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _rules = _rules with { Refusals = policy };
        return this;
    }

    /// <summary>Says what makes somebody ready to be hired if an opening came; <see cref="ReadinessPolicy.Default"/> where nothing is said.</summary>
    public CrmRulesBuilder Ready(ReadinessPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _rules = _rules with { Readiness = policy };
        return this;
    }

    /// <summary>Adds a working calendar.</summary>
    public CrmRulesBuilder Calendar(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        _rules = _rules with { Calendars = _rules.Calendars.Add(calendar) };
        return this;
    }

    /// <summary>Adds an expectation to the charter.</summary>
    public CrmRulesBuilder Expect(Expectation expectation)
    {
        ArgumentNullException.ThrowIfNull(expectation);
        _rules = _rules with { Expectations = _rules.Expectations.Add(expectation) };
        return this;
    }

    /// <summary>Adds a score.</summary>
    public CrmRulesBuilder Score(ScoringModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _rules = _rules with { Scores = _rules.Scores.Add(model) };
        return this;
    }

    /// <summary>Adds a model of fit.</summary>
    public CrmRulesBuilder Fit(FitDefinition model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _rules = _rules with { Fits = _rules.Fits.Add(model) };
        return this;
    }

    /// <summary>Says how good or bad moments are; what was said before is replaced.</summary>
    public CrmRulesBuilder Experience(ExperienceModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _rules = _rules with { Experience = model };
        return this;
    }

    /// <summary>Declares an attribute that the host tells with <see cref="Candidates.AttributesChanged"/>, for segment rules.</summary>
    /// <param name="name">The name, in facts and in rules.</param>
    /// <param name="type">The type; any but a collection.</param>
    public CrmRulesBuilder Attribute(string name, FieldType type) => Attribute(new AttributeDefinition { Key = FactCode.From(name), Type = type });

    /// <summary>Declares an attribute that the host tells with <see cref="Candidates.AttributesChanged"/>, for segment rules.</summary>
    public CrmRulesBuilder Attribute(AttributeDefinition attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        _rules = _rules with { Attributes = _rules.Attributes.Add(attribute) };
        return this;
    }

    /// <summary>Saves a segment.</summary>
    /// <param name="key">The key, by which rules refer to it.</param>
    /// <param name="rule">The rule as text, or as JSON in the form of react-querybuilder; null for a segment whose members are only put in by hand.</param>
    /// <param name="keeping">Whether the CRM knows at any time who is in it.</param>
    /// <exception cref="ArgumentException">The key is none, or the rule is blank.</exception>
    public CrmRulesBuilder Segment(string key, string? rule, SegmentKeeping keeping = SegmentKeeping.OnDemand) =>
        Segment(new SegmentDefinition { Key = SegmentKey.From(key), Rule = rule, Keeping = keeping });

    /// <summary>Saves a segment.</summary>
    /// <param name="key">The key, by which rules refer to it.</param>
    /// <param name="rule">The rule; it is kept as text.</param>
    /// <param name="keeping">Whether the CRM knows at any time who is in it.</param>
    /// <exception cref="InvalidSegmentException">The rule is deeper than any that can be read again.</exception>
    public CrmRulesBuilder Segment(string key, SegmentRule rule, SegmentKeeping keeping = SegmentKeeping.OnDemand) => Segment(key, SegmentText.Format(rule), keeping);

    /// <summary>Saves a segment.</summary>
    public CrmRulesBuilder Segment(SegmentDefinition segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        _rules = _rules with { Segments = _rules.Segments.Add(segment) };
        return this;
    }

    /// <summary>Has a derived event announced to the host's handlers.</summary>
    /// <exception cref="ArgumentException">The type is not an event of the library.</exception>
    public CrmRulesBuilder Announce<TEvent>()
        where TEvent : IDerivedEvent
    {
        _rules = _rules with { Announced = _rules.Announced.Add(EntryTypes.NameOf(typeof(TEvent))) };
        return this;
    }

    /// <summary>Returns the rules.</summary>
    /// <exception cref="InvalidRulesException">They have faults; all of them are listed.</exception>
    public CrmRules Build()
    {
        ImmutableArray<RulesFault> faults = [.. _faults, .. RulesReview.FaultsOf(_rules)];
        return faults.Length == 0 ? _rules : throw new InvalidRulesException(faults);
    }

    private static Stage StageOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (rest, category) = CategoryOf(text.Trim());
        var parts = rest.Split(':', 2, StringSplitOptions.TrimEntries);
        return StageKey.TryFrom(parts[0], out var key)
            ? new Stage { Key = key, Name = parts.Length > 1 ? parts[1] : parts[0], Category = category }
            : throw new ArgumentException($"A stage is written «key: name (kind)», and its key has 1 to 64 lower-case letters, digits and the marks - _ . and begins with a letter or digit. This is «{text}».", nameof(text));
    }

    private static (string Text, StageCategory Category) CategoryOf(string text)
    {
        var open = text.EndsWith(')') ? text.LastIndexOf('(') : -1;
        if (open < 0)
        {
            return (text, StageCategory.Other);
        }

        return Enum.TryParse<StageCategory>(text[(open + 1)..^1], ignoreCase: true, out var category) && Enum.IsDefined(category) && char.IsLetter(text[open + 1])
            ? (text[..open].TrimEnd(), category)
            : throw new ArgumentException($"In brackets stands the kind of a stage: {string.Join(", ", Enum.GetNames<StageCategory>()).ToLowerInvariant()}. This is «{text}».", nameof(text));
    }
}
