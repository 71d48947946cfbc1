#include "indexer/read/scraped_text/marker_table.h"

namespace council_news {
namespace {

constexpr LineRole kEnd = LineRole::end;
constexpr LineRole kFurniture = LineRole::furniture;
constexpr LineRole kCaption = LineRole::caption;
constexpr LineRole kAside = LineRole::aside;
constexpr LineRole kAdvert = LineRole::advert;
constexpr LineRole kTags = LineRole::tags;

// clang-format off
constexpr Label kLabels[] = {
    {"title", kFurniture}, {"headline", kFurniture}, {"source", kFurniture}, {"outlet", kFurniture}, {"publisher", kFurniture}, {"publication", kFurniture}, {"newspaper", kFurniture}, {"site", kFurniture}, {"site name", kFurniture}, {"website", kFurniture}, {"url", kFurniture}, {"link", kFurniture}, {"address", kFurniture}, {"summary", kFurniture}, {"description", kFurniture}, {"standfirst", kFurniture},
    {"photo", kCaption}, {"photos", kCaption}, {"photograph", kCaption}, {"photographer", kCaption},
    {"photography", kCaption}, {"image", kCaption}, {"images", kCaption}, {"picture", kCaption}, {"pictures", kCaption},
    {"pic", kCaption}, {"pics", kCaption}, {"pictured", kCaption}, {"caption", kCaption}, {"photo caption", kCaption},
    {"picture caption", kCaption}, {"credit", kCaption}, {"credits", kCaption}, {"photo credit", kCaption},
    {"image credit", kCaption}, {"picture credit", kCaption}, {"image source", kCaption}, {"photo source", kCaption},
    {"main image", kCaption}, {"main picture", kCaption}, {"main photo", kCaption}, {"above", kCaption},
    {"graphic", kCaption}, {"illustration", kCaption}, {"read more", kAside}, {"read", kAside}, {"read also", kAside},
    {"also read", kAside}, {"see also", kAside}, {"related", kAside}, {"related story", kAside},
    {"related article", kAside}, {"related news", kAside}, {"related stories", kAside}, {"related articles", kAside},
    {"further reading", kAside}, {"more on this", kAside}, {"more on this story", kAside}, {"must read", kAside},
    {"dont miss", kAside}, {"in pictures", kAside}, {"gallery", kAside}, {"share", kFurniture},
    {"share this", kFurniture}, {"follow", kFurniture}, {"reading time", kFurniture}, {"you are here", kFurniture},
    {"views", kFurniture}, {"shares", kFurniture}, {"likes", kFurniture}, {"contact", kFurniture},
    {"contacts", kFurniture}, {"media contact", kEnd}, {"media contacts", kEnd}, {"press contact", kEnd},
    {"press contacts", kEnd}, {"media enquiries", kEnd}, {"press enquiries", kEnd}, {"media", kFurniture},
    {"press office", kFurniture}, {"tel", kFurniture}, {"telephone", kFurniture}, {"phone", kFurniture},
    {"email", kFurniture}, {"e mail", kFurniture}, {"twitter", kFurniture}, {"facebook", kFurniture},
    {"notes to editors", kEnd}, {"note to editors", kEnd}, {"notes for editors", kEnd}, {"note for editors", kEnd},
    {"editors note", kFurniture}, {"notes", kEnd}, {"salary", kAdvert}, {"salary range", kAdvert},
    {"closing date", kAdvert}, {"closes", kAdvert}, {"closing", kAdvert}, {"employer", kAdvert}, {"recruiter", kAdvert},
    {"job title", kAdvert}, {"job type", kAdvert}, {"job ref", kAdvert}, {"job reference", kAdvert},
    {"contract type", kAdvert}, {"vacancy", kAdvert}, {"apply by", kAdvert}, {"deadline for applications", kAdvert},
    {"tags", kTags}, {"related tags", kTags}, {"article tags", kTags}, {"tag", kTags}, {"tagged", kTags}, {"tagged with", kTags}, {"tagged in", kTags},
    {"tagged as", kTags}, {"categories", kTags}, {"category", kTags}, {"filed under", kTags}, {"filed in", kTags},
    {"posted in", kTags}, {"topics", kTags}, {"topic", kTags}, {"keywords", kTags}, {"more about", kTags},
    {"more on", kTags},
};
// clang-format on

}  // namespace

std::span<const Label> label_markers() { return kLabels; }

}  // namespace council_news
