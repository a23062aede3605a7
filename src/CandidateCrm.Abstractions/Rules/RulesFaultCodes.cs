namespace CandidateCrm.Rules;

/// <summary>
/// The stable codes of what can be wrong with rules and with their stored form. Calendars, lifecycles and scoring models have codes of their own
/// besides: <c>calendar.…</c>, <see cref="Lifecycle.StateMachineFaultCodes"/>, <see cref="Engagement.ScoringModelFaultCodes"/>,
/// <see cref="Applications.PublicStatusFaultCodes"/>.
/// </summary>
public static class RulesFaultCodes
{
    /// <summary>The text is not JSON.</summary>
    public const string Malformed = "definition.malformed";

    /// <summary>The text has more than 1,048,576 bytes.</summary>
    public const string TooLarge = "definition.too_large";

    /// <summary>The form of the text is that of a newer version of the library.</summary>
    public const string TooNew = "definition.too_new";

    /// <summary>No kind of definition has this name; a newer version may have it.</summary>
    public const string KindUnknown = "definition.kind_unknown";

    /// <summary>An object has a member that does not belong to it.</summary>
    public const string MemberUnknown = "definition.member_unknown";

    /// <summary>An object names a member twice.</summary>
    public const string MemberTwice = "definition.member_twice";

    /// <summary>An object lacks a member that it must have.</summary>
    public const string MemberMissing = "definition.member_missing";

    /// <summary>A value is of another type than it has to be.</summary>
    public const string TypeWrong = "definition.type_wrong";

    /// <summary>A text is none of the words that may stand there.</summary>
    public const string WordUnknown = "definition.word_unknown";

    /// <summary>A key, a code or a name breaks the rule of its spelling.</summary>
    public const string CodeInvalid = "definition.code_invalid";

    /// <summary>A text for people is blank, too long, or holds what it must not.</summary>
    public const string TextInvalid = "definition.text_invalid";

    /// <summary>A number lies outside its bounds, is not whole where it has to be, or has more digits than can be kept.</summary>
    public const string NumberInvalid = "definition.number_invalid";

    /// <summary>A list has too few or too many elements.</summary>
    public const string CountInvalid = "definition.count_invalid";

    /// <summary>A list names the same thing twice.</summary>
    public const string ItemTwice = "definition.item_twice";

    /// <summary>A date is not one, or lies outside the years 1 to 9998.</summary>
    public const string DateInvalid = "definition.date_invalid";

    /// <summary>An instant is not one, or says more than microseconds.</summary>
    public const string InstantInvalid = "definition.instant_invalid";

    /// <summary>A length of time is not spelt as one, or lies outside its bounds.</summary>
    public const string DurationInvalid = "definition.duration_invalid";

    /// <summary>Hours are not spelt as hours.</summary>
    public const string HoursInvalid = "definition.hours_invalid";

    /// <summary>An object that takes one form of several has the members of none, or of more than one.</summary>
    public const string ChoiceUnclear = "definition.choice_unclear";

    /// <summary>A manifest names a definition whose document is not there.</summary>
    public const string Absent = "definition.absent";

    /// <summary>A document does not have the hash that it is kept under.</summary>
    public const string HashDiffers = "definition.hash_differs";

    /// <summary>A document defines something else than the manifest says.</summary>
    public const string NameDiffers = "definition.name_differs";

    /// <summary>A document is of another version than the manifest says.</summary>
    public const string VersionDiffers = "definition.version_differs";

    /// <summary>A manifest has a name twice; the first row holds.</summary>
    public const string NameTwice = "manifest.name_twice";

    /// <summary>A manifest has no settings, so there are no rules.</summary>
    public const string SettingsMissing = "settings.missing";

    /// <summary>The settings give a place in the order to a definition that the manifest does not have; everything else holds.</summary>
    public const string OrderUnknown = "settings.order_unknown";

    /// <summary>A manifest has more than one lifecycle; the first in ordinal order holds.</summary>
    public const string LifecycleRepeated = "lifecycle.repeated";

    /// <summary>A manifest has more than one public status; the first in ordinal order holds.</summary>
    public const string PublicStatusRepeated = "public_status.repeated";

    /// <summary>A manifest has more than one model of experience; the first in ordinal order holds.</summary>
    public const string ExperienceRepeated = "experience.repeated";

    /// <summary>No zone has this id.</summary>
    public const string ZoneUnknown = "zone.unknown";

    /// <summary>A definition was never given a key.</summary>
    public const string KeyUnassigned = "key.unassigned";

    /// <summary>A key names two definitions.</summary>
    public const string KeyTwice = "key.twice";

    /// <summary>An attribute has a name that segment rules have for something else.</summary>
    public const string AttributeNameReserved = "attribute.name_reserved";

    /// <summary>An attribute is a collection, or a contact that is no text.</summary>
    public const string AttributeTypeUnfit = "attribute.type_unfit";

    /// <summary>An attribute that is no proxy has a justification, or one that is no text says how case is compared.</summary>
    public const string AttributeTermsUnfit = "attribute.terms_unfit";

    /// <summary>Rules declare more than 100 attributes.</summary>
    public const string AttributesTooMany = "attribute.too_many";

    /// <summary>A kept segment asks for what a relationship does not keep: single touchpoints, the first contact, or the number of a score.</summary>
    public const string SegmentNotKeepable = "segment.not_keepable";

    /// <summary>Rules have more than 1,000 segments, or more than 100 kept ones.</summary>
    public const string SegmentsTooMany = "segment.too_many";

    /// <summary>A pipeline has no stage.</summary>
    public const string PipelineEmpty = "pipeline.empty";

    /// <summary>A pipeline or one of its overrides has more than 200 stages.</summary>
    public const string PipelineTooLarge = "pipeline.too_large";

    /// <summary>An opening has two overrides of one pipeline, or an override has none.</summary>
    public const string OverrideUnclear = "pipeline.override_unclear";

    /// <summary>A stage requires something that is not defined, or the same twice.</summary>
    public const string ConditionUnclear = "pipeline.condition_unclear";

    /// <summary>A reason belongs to no disposition, to a hire, or to one twice.</summary>
    public const string ReasonUnclear = "dispositions.reason_unclear";

    /// <summary>A disposition that needs a reason has none that belongs to it, or is a hire.</summary>
    public const string ReasonsAbsent = "dispositions.reasons_absent";

    /// <summary>A manifest has more than one disposition taxonomy; the first in ordinal order holds.</summary>
    public const string DispositionsRepeated = "dispositions.repeated";

    /// <summary>No fact has this wire name.</summary>
    public const string FactUnknown = "expectation.fact_unknown";

    /// <summary>An expectation is counted with a calendar that the rules do not have.</summary>
    public const string CalendarUnknown = "expectation.calendar_unknown";

    /// <summary>A fact opens a promise and keeps it as well.</summary>
    public const string KeepsItself = "expectation.keeps_itself";

    /// <summary>An expectation is bound to a segment, whose name is kept for a later version.</summary>
    public const string SegmentReserved = "expectation.segment_reserved";

    /// <summary>An expectation about the whole relationship is bound to applications or stages.</summary>
    public const string ScopeUnclear = "expectation.scope_unclear";

    /// <summary>What recurs has a fixed instant as its limit.</summary>
    public const string LimitFixed = "expectation.limit_fixed";

    /// <summary>A warning of an expectation is not before its due time, or begins before anything is promised.</summary>
    public const string LevelUnreachable = "expectation.level_unreachable";

    /// <summary>A level tells a role twice, or several roles without a time between them, or there is a time and nobody after the first.</summary>
    public const string EscalationCircular = "expectation.escalation_circular";

    /// <summary>A pause ends with what begins it, or something both pauses a promise and keeps it.</summary>
    public const string PauseUnclear = "expectation.pause_unclear";

    /// <summary>A silence has no limit, or one that another before it hides.</summary>
    public const string LimitUnreachable = "expectation.limit_unreachable";

    /// <summary>Nothing that opens an appointment says an instant.</summary>
    public const string InstantMissing = "expectation.instant_missing";

    /// <summary>No event with this wire name can be announced.</summary>
    public const string AnnouncementUnknown = "announcement.unknown";
}
